import { AgentError, type Problem, wordingOf } from '@petal/core/model'
import { toast } from '@petal/ui'

/** Tells a problem that stopped one action. Told again, it takes the place of the first time. */
export function reportProblem(problem: Problem): void {
  toast.error(problem.message, { id: problem.code, description: problem.code })
}

/** Waits for an action and tells what went wrong, if anything did. */
export async function reportFault(action: Promise<unknown>): Promise<void> {
  try {
    await action
  } catch (fault) {
    if (AgentError.isInstance(fault)) reportProblem(fault.toProblem())
    else toast.error(wordingOf(fault).said)
  }
}
