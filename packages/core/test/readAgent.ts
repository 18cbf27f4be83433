import type { AgentConfig } from '../src/config/AgentConfig.ts'
import type { ParseResult } from '../src/config/parseAgentConfig.ts'
import type { AgentError } from '../src/errors/AgentError.ts'
import type { Problem } from '../src/errors/Problem.ts'

/** The smallest state type. */
export const stateType = { name: 'S', fields: {} }

/** The text of a file with these keys beside the ones it needs. */
export function agentFile(parts: object): string {
  return JSON.stringify({ version: 1, stateType, ...parts })
}

/** What was read, where the file must be good. */
export function accepted(result: ParseResult): { config: AgentConfig; problems: readonly Problem[] } {
  if (!result.ok) throw result.error
  return result
}

/** What was found, where the file must be refused. */
export function refused(result: ParseResult): { error: AgentError; problems: readonly Problem[] } {
  if (result.ok) throw new Error('It was accepted.')
  return result
}
