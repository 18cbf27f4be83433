import { evaluateExpression } from '../../expressions/evaluateExpression.ts'
import { isTruthy } from '../../expressions/isTruthy.ts'
import type { State } from '../../state/StateType.ts'
import type { StepContext } from '../../step/StepContext.ts'
import { type Exit, exit } from '../../step/StepResult.ts'
import { type ConditionConfig, OTHERWISE } from './conditionSchema.ts'

/** Leaves by the first branch whose rule holds. */
export function takeBranch(state: State, { config, stepId }: StepContext<ConditionConfig>): Exit {
  const holds = ({ when }: { readonly when: string }, index: number) =>
    isTruthy(evaluateExpression(when, state, { stepId, path: `config.branches[${index}].when` }))
  return exit(config.branches.find(holds)?.name ?? OTHERWISE)
}
