import { AgentError } from '../errors/AgentError.ts'
import type { Problem } from '../errors/Problem.ts'
import { problemWording } from '../errors/problemWording.ts'
import { withEnglish } from '../errors/withEnglish.ts'
import { isJsonObject } from '../json/isJsonObject.ts'
import type { Json, JsonObject } from '../json/Json.ts'
import { msg } from '../language/msg.ts'
import { word } from '../language/word.ts'
import { type AgentConfig, FORMAT_VERSION } from './AgentConfig.ts'
import { agentConfigSchema, MAX_STEPS } from './agentConfigSchema.ts'
import { inEveryAgent } from './inEveryAgent.ts'
import { findDanglingEdges } from './parse/findDanglingEdges.ts'
import { findDuplicateIds } from './parse/findDuplicateIds.ts'
import { findUnknownKeys } from './parse/findUnknownKeys.ts'
import { giveInnerStepIds } from './parse/giveInnerStepIds.ts'
import { giveStepIds } from './parse/giveStepIds.ts'
import { readPetalSpelling } from './parse/readPetalSpelling.ts'
import { readSource } from './parse/readSource.ts'
import { recogniseForeign, toForeignError } from './parse/recogniseForeign.ts'
import { toSchemaProblems } from './parse/toSchemaProblems.ts'

/** What came of reading an agent: a configuration with remarks, or the fault that stopped it with all that was found. */
export type ParseResult =
  | { readonly ok: true; readonly config: AgentConfig; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly error: AgentError; readonly problems: readonly Problem[] }

/**
 * Reads an agent from the text or bytes of its file, or from a value that is already parsed. It never throws, runs
 * nothing and asks nobody.
 *
 * Refused, with the code in `error.code`: what is empty, not UTF-8, no JSON (line and column in `error.detail`), larger
 * than 20 MB, deeper than 100 levels, of more than 10,000 steps, of another product, of a newer format, with a key
 * such as `__proto__`, with two steps of one id (their edges would be ambiguous), or against `agentConfigSchema`.
 *
 * Read with a remark in `problems`: petal's snake_case spelling and steps without ids (`import.migrated`), unknown keys
 * (`import.unknownKey`; kept and written back), edges to nowhere (`graph.dangling`; kept).
 */
export function parseAgentConfig(textOrValue: unknown): ParseResult {
  try {
    const file = toAgentFile(readSource(textOrValue))
    const { value, problems } = readPetalSpelling(file)
    return parseSchema(value, problems)
  } catch (cause) {
    const error = AgentError.isInstance(cause) ? cause : unreadable(cause)
    return { ok: false, error, problems: [error.toProblem()] }
  }
}

/** For values with getters or proxies that throw while they are read. */
function unreadable(cause: unknown): AgentError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new AgentError('import.schema', word('The value cannot be read: {reason}', { reason }), { cause })
}

const nouns: Readonly<Record<string, string>> = {
  string: msg('a string'),
  number: msg('a number'),
  boolean: msg('a boolean'),
  object: msg('a object'),
}

/** Throws for what is not an agent of this format's version or an older one. */
function toAgentFile(value: Json): JsonObject {
  const product = recogniseForeign(value)
  if (product !== undefined) throw toForeignError(product)
  if (!isJsonObject(value)) {
    const found = Array.isArray(value) ? msg('a list') : nouns[typeof value]
    throw new AgentError(
      'import.schema',
      word('An agent is one JSON object; this is {found}.', { found: word(found ?? '') }),
    )
  }
  const { version, steps } = value
  if (typeof version === 'number' && version > FORMAT_VERSION) {
    const message = word(
      'Made with a newer version (v{version}; this studio knows v{known}). The file is untouched: open it in a newer studio.',
      { version, known: FORMAT_VERSION },
    )
    throw new AgentError('import.newer', message, { path: 'version', detail: { detail: { version } } })
  }
  if (Array.isArray(steps) && steps.length > MAX_STEPS) {
    const message = word('It has {count} steps; the limit is {limit}. Split the agent.', {
      count: steps.length,
      limit: MAX_STEPS,
    })
    const detail = { detail: { value: steps.length, limit: MAX_STEPS } }
    throw new AgentError('import.tooMany', message, { path: 'steps', detail })
  }
  return value
}

function parseSchema(value: JsonObject, remarks: readonly Problem[]): ParseResult {
  const named = Array.isArray(value.steps) ? giveStepIds(value.steps) : { steps: value.steps, problems: [] }
  const inner = giveInnerStepIds(value.agents)
  const agents = inner.agents === undefined ? {} : { agents: inner.agents }
  const read = () => agentConfigSchema.safeParse({ ...value, ...agents, steps: named.steps })
  const result = read()
  const faults = withEnglish(findFaults(result), () => findFaults(read()))
  const found = [...remarks, ...named.problems, ...inner.problems]
  if (!result.success || faults.length > 0)
    return { ok: false, error: toError(faults), problems: [...faults, ...found] }
  const config: AgentConfig = result.data
  return {
    ok: true,
    config,
    problems: [...inEveryAgent(config, findDanglingEdges), ...inEveryAgent(config, findUnknownKeys), ...found],
  }
}

function findFaults(read: ReturnType<typeof agentConfigSchema.safeParse>): readonly Problem[] {
  return read.success ? inEveryAgent(read.data, findDuplicateIds) : toSchemaProblems(read.error.issues)
}

/** One fault for all problems: their code when they share one, the first one's words, and how many more there are. */
function toError(problems: readonly Problem[]): AgentError {
  const [first] = problems
  const shared = first !== undefined && problems.every((problem) => problem.code === first.code)
  const words = first === undefined ? '' : problemWording(first)
  const path = first?.path === undefined ? {} : { path: first.path }
  return new AgentError(
    shared ? first.code : 'import.schema',
    problems.length > 1 ? word('{words} (and {count} more)', { words, count: problems.length - 1 }) : words,
    {
      ...path,
      problems,
    },
  )
}
