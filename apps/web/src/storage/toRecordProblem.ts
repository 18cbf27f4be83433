import { word } from '@petal/core/language'
import { AgentError, type Problem, problemWording, wordingOf } from '@petal/core/model'
import { createStorageError } from './toStorageError.ts'

/** Why a stored text cannot be read: a newer version wrote it, else it is damaged. The text itself stays as it is. */
export function toRecordProblem(problem: Problem): Problem {
  if (problem.code === 'import.newer') return { ...problem, code: 'storage.newer' }
  const damaged = wordingOf(createStorageError('storage.damaged'))
  const message = word('{damaged} {problem}', { damaged, problem: problemWording(problem) })
  return new AgentError('storage.damaged', message).toProblem()
}
