import type { AgentConfig, RunState } from '@petal/core/model'
import { t } from '@petal/ui/language'
import type { FixedOutputs } from '../editor/EditorState.ts'
import { lastOutput } from '../editor/fixOutput.ts'
import { describeTurn } from '../runner/describeTurn.ts'
import type { AgentTest, Expectation } from './AgentTest.ts'

/** A test that a run would pass: its input, what the steps wrote in the end, and what models answered. */
export function toAgentTest(run: RunState, { stateType }: Pick<AgentConfig, 'stateType'>): Omit<AgentTest, 'id'> {
  const expectations = Object.entries(run.state).flatMap(([field, value]): Expectation[] => {
    const isGiven = stateType.fields[field]?.input === true || run.input[field] !== undefined
    const isConversation = field === 'messages' || stateType.fields[field]?.type === 'messages'
    return isGiven || isConversation || value === undefined ? [] : [{ field, kind: 'equals', value }]
  })
  const name = describeTurn(run.input) ?? t('Without input')
  return { name, input: run.input, expectations, fixed: modelAnswers(run) }
}

/** What steps gave that asked a model, as far as they ran once: one output cannot stand for several. */
function modelAnswers({ executions }: RunState): FixedOutputs {
  const own = executions.filter(({ path }) => path.length === 0)
  const asked = own.filter(({ calls, fixed }) => calls.length > 0 || fixed === true)
  const once = asked.filter(({ stepId }) => own.filter((other) => other.stepId === stepId).length === 1)
  const outputs = once.flatMap((execution) => {
    const output = lastOutput(execution)
    return output === undefined ? [] : [[execution.stepId, output] as const]
  })
  return Object.fromEntries(outputs)
}
