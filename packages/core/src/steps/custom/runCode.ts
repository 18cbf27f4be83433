import { AgentError } from '../../errors/AgentError.ts'
import type { State } from '../../state/StateType.ts'
import type { StepContext } from '../../step/StepContext.ts'
import type { StepResult } from '../../step/StepResult.ts'

/** Runs the body of an async function in the sandbox, with a copy of the state in scope; gives the update it returns. */
export async function runCode(code: string, state: State, context: StepContext): Promise<StepResult> {
  const result = await context.sandbox.run({ code, scope: { state }, signal: context.signal })
  if (result === undefined || result === null) return undefined
  if (typeof result !== 'object' || Array.isArray(result)) {
    throw new AgentError('run.resultType', 'The code must return an object with the fields to write.')
  }
  return result as never
}
