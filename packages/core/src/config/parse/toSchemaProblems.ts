import type * as z from 'zod'
import type { Problem, ProblemCode } from '../../errors/Problem.ts'
import { jsonPath } from '../../json/jsonPath.ts'

/** What a schema found, as problems of a file: each names its place, then says what is wrong. */
export function toSchemaProblems(issues: readonly z.core.$ZodIssue[], code: ProblemCode = 'import.schema'): Problem[] {
  return issues.map((issue) => {
    const path = jsonPath(issue.path)
    // The key of a record is wrong: what is wrong with it stands one level deeper.
    const isKey = issue.code === 'invalid_key'
    const words = isKey ? (issue.issues[0]?.message ?? issue.message) : issue.message
    return {
      code: isKey ? 'state.name' : code,
      severity: 'error',
      path,
      message: path === '' ? words : `${path}: ${words}`,
    }
  })
}
