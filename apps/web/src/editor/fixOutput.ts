import type { FixedOutput, StepExecution } from '@petal/core/model'
import type { Editor } from './createEditor.ts'
import { indexSteps, selectFileAgent } from './selectors.ts'

/** What an execution of a step of the file's own agent gave; nothing when it has not ended well. */
export function lastOutput({ path, status, update, exit, problem }: StepExecution): FixedOutput | undefined {
  if (path.length > 0 || status !== 'ended' || update === undefined || problem !== undefined) return undefined
  return exit === undefined ? { update } : { update, exit }
}

/** Lets runs take this output instead of running a step of the file's own agent; without an output they run it again. */
export function fixOutput({ store, actions }: Editor, stepId: string, output: FixedOutput | undefined): void {
  const state = store.getState()
  const { [stepId]: _before, ...others } = state.session.fixedOutputs
  actions.setFixedOutputs(output === undefined ? others : { ...others, [stepId]: output })
  const name = indexSteps(selectFileAgent(state)).get(stepId)?.nodeName ?? stepId
  actions.announce(output === undefined ? `Runs run ${name} again` : `Runs take a fixed output for ${name}`)
}
