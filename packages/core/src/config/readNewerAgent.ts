import type * as z from 'zod'
import { isJsonObject } from '../json/isJsonObject.ts'
import type { Json, JsonObject } from '../json/Json.ts'
import { jsonPath } from '../json/jsonPath.ts'
import { type AgentConfig, FORMAT_VERSION } from './AgentConfig.ts'
import { agentConfigSchema } from './agentConfigSchema.ts'
import { readSource } from './parse/readSource.ts'
import { parseAgentConfig } from './parseAgentConfig.ts'

/** What can be made out of an agent of a newer format: enough to look at it, never to write it back. */
export interface NewerAgent {
  /** The file's format version. */
  readonly version: number
  /** The parts this version knows. Its own `version` is ours: serialising it would lose what is newer. */
  readonly config: AgentConfig
  /** Paths of what could not be read and is left out of `config`. */
  readonly leftOut: readonly string[]
}

/** Leaving out one part can show that its owner is incomplete; deeper than this nothing is worth a look. */
const mostRounds = 20

const emptyState = { name: 'State', fields: {} }

/**
 * Reads a file that `parseAgentConfig` refuses with `import.newer`, as far as this version understands it. Undefined
 * for every other text or value, and for a newer one of which nothing can be read.
 *
 * @example
 * const newer = readNewerAgent(text)
 * if (newer) show(newer.config)
 */
export function readNewerAgent(textOrValue: unknown): NewerAgent | undefined {
  const file = readFile(textOrValue)
  const version = file?.version
  if (!file || typeof version !== 'number' || version <= FORMAT_VERSION) return undefined
  const leftOut: string[] = []
  let rest: JsonObject = { ...file, version: FORMAT_VERSION }
  for (let round = 0; round < mostRounds; round += 1) {
    const parsed = parseAgentConfig({ stateType: emptyState, ...rest })
    if (parsed.ok) return { version, config: parsed.config, leftOut }
    const wrong = unreadableParts(rest)
    if (wrong.length === 0) return undefined
    leftOut.push(...wrong.map(jsonPath))
    rest = wrong.reduce(withoutPart, rest)
  }
  return undefined
}

function readFile(textOrValue: unknown): JsonObject | undefined {
  try {
    const value = readSource(textOrValue)
    return isJsonObject(value) ? value : undefined
  } catch {
    // What is no JSON has no version; `parseAgentConfig` says what is wrong with it.
    return undefined
  }
}

type Path = readonly (string | number)[]

/** What our schema does not accept, the last first, so that taking one out moves none of the others. */
function unreadableParts(file: Json): readonly Path[] {
  const result = agentConfigSchema.safeParse(file)
  if (result.success) return []
  const paths = result.error.issues.map((issue) => partToLeaveOut(file, issue)).filter((path) => path.length > 0)
  const byText = new Map(paths.map((path) => [jsonPath(path), path]))
  const outermost = [...byText.values()].filter(
    (path) => !path.some((_, length) => byText.has(jsonPath(path.slice(0, length)))),
  )
  return outermost.sort(laterFirst)
}

/** The value an issue points at; its owner where the value is missing. */
function partToLeaveOut(file: Json, { path }: z.core.$ZodIssue): Path {
  const keys = path.filter((key) => typeof key !== 'symbol')
  while (keys.length > 0 && valueAt(file, keys) === undefined) keys.pop()
  return keys
}

function laterFirst(a: Path, b: Path): number {
  for (const [index, key] of a.entries()) {
    const other = b[index]
    if (key === other) continue
    return typeof key === 'number' && typeof other === 'number' ? other - key : 0
  }
  return 0
}

function valueAt(value: Json | undefined, [head, ...rest]: Path): Json | undefined {
  if (head === undefined) return value
  if (Array.isArray(value)) return valueAt(value[Number(head)], rest)
  return isJsonObject(value) && Object.hasOwn(value, head) ? valueAt(value[head], rest) : undefined
}

function withoutPart(file: JsonObject, path: Path): JsonObject {
  const rest = without(file, path)
  return isJsonObject(rest) ? rest : {}
}

function without(value: Json, [head, ...rest]: Path): Json {
  const isLast = rest.length === 0
  if (Array.isArray(value)) {
    return value.flatMap((item: Json, index) => (index !== head ? [item] : isLast ? [] : [without(item, rest)]))
  }
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) =>
      key !== head || item === undefined ? [[key, item]] : isLast ? [] : [[key, without(item, rest)]],
    ),
  )
}
