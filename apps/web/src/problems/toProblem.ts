import { AgentError, type Problem } from '@petal/core/model'

/** Any fault as a problem; `what` begins the sentence for one that carries no code. */
export function toProblem(fault: unknown, what: string): Problem {
  if (AgentError.isInstance(fault)) return fault.toProblem()
  const text = fault instanceof Error ? fault.message : String(fault)
  return { code: 'run.failed', severity: 'error', message: `${what}: ${text}` }
}
