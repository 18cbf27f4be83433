import type { Problem } from '../errors/Problem.ts'
import { isJsonObject } from '../json/isJsonObject.ts'
import type { Json } from '../json/Json.ts'
import { jsonPath } from '../json/jsonPath.ts'
import { t } from '../language/t.ts'
import type { ToolSpec } from '../models/ChatModel.ts'
import { safeParseConfig } from '../step/parseConfig.ts'
import { closestName } from '../templates/closestName.ts'
import type { ToolDefinition } from './ToolDefinition.ts'
import { findToolKind, toolKinds } from './toolKinds.ts'
import type { ToolBase } from './toolShape.ts'

/** A tool as a configuration holds it. */
export type ToolEntry = Readonly<Record<string, Json>>

/** A tool with its settings read: usable when it has no problem that is an error. */
export interface ReadTool {
  /** What it is called, whether or not the rest is usable. */
  readonly name: string
  readonly definition: ToolDefinition | undefined
  /** Undefined when the settings cannot be used. */
  readonly config: ToolBase | undefined
  /** Paths are within the tool. */
  readonly problems: readonly Problem[]
}

const known = new WeakMap<ToolEntry, ReadTool>()

/** Reads one tool's settings. Never throws; the same entry gives the same result. */
export function readTool(entry: ToolEntry): ReadTool {
  const before = known.get(entry)
  if (before !== undefined) return before
  const tool = read(entry)
  known.set(entry, tool)
  return tool
}

function read(entry: ToolEntry): ReadTool {
  const name = typeof entry.name === 'string' ? entry.name : ''
  const definition = findToolKind(entry.kind)
  if (definition === undefined) return { name, definition, config: undefined, problems: [unknownKind(entry.kind)] }
  const parsed = safeParseConfig(definition.schema, entry)
  if (parsed.success) return { name, definition, config: parsed.data, problems: checkParameters(parsed.data) }
  const problems = parsed.error.issues.map(({ path, message }) => fault(jsonPath(path), message))
  return { name, definition, config: undefined, problems }
}

function unknownKind(kind: Json | undefined): Problem {
  const available = toolKinds.map((definition) => definition.kind)
  const meant = typeof kind === 'string' ? closestName(kind, available) : undefined
  const list = available.join(', ')
  const message =
    kind === undefined
      ? t('It has no kind: choose {list}.', { list })
      : t('There is no kind of tool called {kind}: choose {list}.', { kind: JSON.stringify(kind), list })
  return {
    ...fault('kind', message),
    cause: { available },
    ...(meant === undefined
      ? {}
      : { fix: { label: t('Make it {meant}', { meant }), change: { path: 'kind', value: meant } } }),
  }
}

/** That the arguments are an object: providers take nothing else. */
function checkParameters({ parameters }: ToolBase): readonly Problem[] {
  const { type, properties, required } = parameters
  if (type !== undefined && type !== 'object') {
    return [fault('parameters', t('The arguments must be an object: "type": "object" with properties.'))]
  }
  if (properties !== undefined && !isJsonObject(properties)) {
    return [fault('parameters', t('The properties of the arguments must be an object, one schema by name.'))]
  }
  const names = Object.keys(properties ?? {})
  const missing = Array.isArray(required) ? required.filter((name) => !names.includes(String(name))) : []
  return missing.map((name) => ({
    ...fault('parameters', t('The argument {name} is required, but not described.', { name: String(name) })),
    severity: 'warning' as const,
  }))
}

function fault(path: string, message: string): Problem {
  return { code: 'tool.config', severity: 'error', path, message }
}

/** A tool as models see it. */
export function toToolSpec({ name, description, parameters }: ToolBase): ToolSpec {
  // Some providers refuse a schema without a type, or without properties.
  return { name, description, parameters: { type: 'object', properties: {}, ...parameters } }
}
