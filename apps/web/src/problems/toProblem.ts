import { word } from '@petal/core/language'
import { AgentError, type Problem, type ProblemCode, wordingOf } from '@petal/core/model'

/** Any fault as a problem; `what`, marked by `msg`, begins the sentence, and `code` is that, of one that carries no code of its own. */
export function toProblem(fault: unknown, what: string, code: ProblemCode = 'run.failed'): Problem {
  if (AgentError.isInstance(fault)) return fault.toProblem()
  return new AgentError(code, word('{what}: {text}', { what: word(what), text: wordingOf(fault) })).toProblem()
}
