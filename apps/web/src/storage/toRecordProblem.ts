import type { Problem } from '@petal/core/model'
import { createStorageError } from './toStorageError.ts'

/** Why a stored text cannot be read: a newer version wrote it, else it is damaged. The text itself stays as it is. */
export function toRecordProblem(problem: Problem): Problem {
  if (problem.code === 'import.newer') return { ...problem, code: 'storage.newer' }
  const { message } = createStorageError('storage.damaged').toProblem()
  return { code: 'storage.damaged', severity: 'error', message: `${message} ${problem.message}` }
}
