import type * as z from 'zod'
import { AgentError } from '../errors/AgentError.ts'
import { jsonPath } from '../json/jsonPath.ts'
import { explainIssue } from './explainIssue.ts'

/**
 * A step's settings with their defaults.
 *
 * @param title what people call the step type
 * @throws AgentError `step.config` with the first thing that is wrong and its path
 */
export function parseConfig<Config>(schema: z.ZodType<Config>, settings: unknown, title: string): Config {
  const result = schema.safeParse(settings, { error: (issue) => explainIssue(schema, issue) })
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new AgentError('step.config', `${title}: ${issue?.message}`, {
    path: jsonPath(['config', ...(issue?.path ?? [])]),
  })
}
