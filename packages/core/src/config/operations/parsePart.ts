import type * as z from 'zod'
import { AgentError } from '../../errors/AgentError.ts'
import { jsonPath } from '../../json/jsonPath.ts'
import { normalizeJson } from '../../json/normalizeJson.ts'

/**
 * Settings as plain JSON that satisfies their schema, with defaults filled in. Operations refuse what a file could not
 * hold, so that every configuration they make can be saved and opened again.
 *
 * @throws AgentError `build.argument` with the first problem's words and its path.
 */
export function parsePart<T>(schema: z.ZodType<T>, value: unknown, path: string): T {
  return checkPart(schema, normalizeJson(value, path, 'build.argument'), path)
}

/** The same without a copy: values that need no default keep their identity. */
export function checkPart<T>(schema: z.ZodType<T>, value: unknown, path: string): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const at = [path, jsonPath(issue?.path ?? [])].filter((part) => part !== '').join('.')
  throw new AgentError('build.argument', `${at}: ${issue?.message}`, { path: at })
}
