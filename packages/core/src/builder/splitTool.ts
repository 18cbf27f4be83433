import { AgentError } from '../errors/AgentError.ts'
import { isJson } from '../json/isJson.ts'
import type { Json } from '../json/Json.ts'
import { codeTool } from '../tools/codeTool.ts'
import type { ToolEntry } from '../tools/readTool.ts'
import type { ToolFunction } from '../tools/ToolFunction.ts'
import { isZodSchema, toJsonSchema } from './toJsonSchema.ts'

/**
 * A tool as code may give it: as a configuration holds it; with a function of its own in `call`; or a LangChain tool,
 * known by its `invoke` and `schema`. `parameters` and `schema` are JSON Schemas or zod schemas.
 */
export type CodeTool = Readonly<Record<string, unknown>>

/** A tool, parted into what a file can hold and the work that only code can give. */
export interface SplitTool {
  readonly entry: ToolEntry
  readonly work: ToolFunction | undefined
}

/** Throws an `AgentError` `build.argument` for a tool without a name, or with what neither a file nor code can hold. */
export function splitTool(given: CodeTool): SplitTool {
  const name = toolName(given)
  const work = workOf(given)
  if (work === undefined) return { entry: requireEntry(given, name), work }
  const { description, parameters, schema, approval } = given
  const entry = {
    kind: codeTool.kind,
    name,
    ...(typeof description === 'string' ? { description } : {}),
    parameters: toParameters(parameters ?? schema),
    ...(typeof approval === 'string' ? { approval } : {}),
  }
  return { entry, work }
}

/** Petal's wording. */
export function toolName({ name }: CodeTool): string {
  if (typeof name === 'string' && name !== '') return name
  throw new AgentError('build.argument', "Tool object must have a 'name' attribute")
}

/** A method of its object: LangChain's tools need their own `this`. */
function workOf(given: CodeTool): ToolFunction | undefined {
  const { call, invoke } = given
  // What it takes and gives is the caller's promise.
  if (typeof call === 'function') return (args, context) => Reflect.apply(call, given, [args, context])
  if (typeof invoke === 'function') return (args, context) => Reflect.apply(invoke, given, [args, context])
  return undefined
}

function toParameters(schema: unknown): Json {
  if (schema === undefined) return { type: 'object', properties: {} }
  return isZodSchema(schema) ? toJsonSchema(schema) : toJsonSchema({ ...Object(schema) })
}

function requireEntry(given: CodeTool, name: string): ToolEntry {
  const { parameters } = given
  const plain = isZodSchema(parameters) ? { ...given, parameters: toJsonSchema(parameters) } : given
  const entries = Object.entries(plain).filter((entry): entry is [string, Json] => isJson(entry[1]))
  if (entries.length === Object.keys(plain).length) return Object.fromEntries(entries)
  throw new AgentError('build.argument', `The tool "${name}" has a setting that is no JSON: give its work as call.`)
}
