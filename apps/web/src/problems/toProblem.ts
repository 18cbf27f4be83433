import { AgentError, type Problem, type ProblemCode, wordingOf } from '@petal/core/model'

/** Any fault as a problem; `what` begins the sentence, and `code` is that, of one that carries no code of its own. */
export function toProblem(fault: unknown, what: string, code: ProblemCode = 'run.failed'): Problem {
  if (AgentError.isInstance(fault)) return fault.toProblem()
  const text = wordingOf(fault).said
  return { code, severity: 'error', message: `${what}: ${text}` }
}
