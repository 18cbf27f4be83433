import type { State } from '../../state/StateType.ts'
import type { StepContext } from '../../step/StepContext.ts'
import type { Update } from '../../step/StepResult.ts'
import type { SubagentConfig } from './subagentSchema.ts'
import { toInnerInput } from './toInnerInput.ts'
import { toOuterUpdate } from './toOuterUpdate.ts'

/** Runs the agent with what the mapping gives it, and takes from its state what the mapping says. */
export async function callAgent(state: State, context: StepContext<SubagentConfig>): Promise<Update> {
  const { config, fields, stepId, nodeName } = context
  const inner = await context.stateOf(config.agent)
  const input = toInnerInput(config, inner, state, { stepId, nodeName })
  return toOuterUpdate(config, inner, await context.runAgent(config.agent, input), fields)
}
