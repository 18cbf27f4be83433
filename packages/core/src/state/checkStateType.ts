import type { Problem } from '../errors/Problem.ts'
import { jsonPath } from '../json/jsonPath.ts'
import { stateTypeSchema } from './stateTypeSchema.ts'

/** Everything wrong with a state type, with paths such as `fields.notes.reducer`. Empty for a good one. */
export function checkStateType(stateType: unknown): Problem[] {
  const result = stateTypeSchema.safeParse(stateType)
  if (result.success) return []
  return result.error.issues.map((issue) => ({
    code: 'state.type',
    severity: 'error',
    path: jsonPath(issue.path),
    message: issue.message,
  }))
}
