import { AgentError } from '../errors/AgentError.ts'
import type { Problem } from '../errors/Problem.ts'
import { jsonPath } from '../json/jsonPath.ts'
import { normalizeJson } from '../json/normalizeJson.ts'
import { parseJson } from '../json/parseJson.ts'
import type { AgentConfig } from './AgentConfig.ts'
import { agentConfigSchema } from './agentConfigSchema.ts'

/** What came of reading an agent: a configuration with remarks, or the fault that stopped it with all that was found. */
export type ParseResult =
  | { readonly ok: true; readonly config: AgentConfig; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly error: AgentError; readonly problems: readonly Problem[] }

export function parseAgentConfig(textOrValue: unknown): ParseResult {
  try {
    const value = typeof textOrValue === 'string' ? parseJson(textOrValue) : normalizeJson(textOrValue)
    const result = agentConfigSchema.safeParse(value)
    if (result.success) return { ok: true, config: result.data, problems: [] }
    const problems = result.error.issues.map(
      (issue): Problem => ({
        code: 'import.schema',
        severity: 'error',
        path: jsonPath(issue.path),
        message: issue.message,
      }),
    )
    return { ok: false, error: new AgentError('import.schema', problems[0]?.message ?? '', { problems }), problems }
  } catch (cause) {
    if (AgentError.isInstance(cause)) return { ok: false, error: cause, problems: [cause.toProblem()] }
    throw cause
  }
}
