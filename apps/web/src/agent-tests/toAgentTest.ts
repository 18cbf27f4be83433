import { type AgentConfig, placeOf, type RunState, type StepExecution } from '@petal/core/model'
import { t } from '@petal/ui/language'
import type { FixedOutputs } from '../editor/EditorState.ts'
import { lastOutput } from '../editor/fixOutput.ts'
import { describeTurn } from '../runner/describeTurn.ts'
import type { AgentTest, Expectation } from './AgentTest.ts'
import { listAsked } from './listAsked.ts'
import { recordAnswers } from './recordAnswers.ts'

/** A test that a run would pass: its input, what the steps wrote in the end, and what models and people answered. */
export function toAgentTest(run: RunState, { stateType }: Pick<AgentConfig, 'stateType'>): Omit<AgentTest, 'id'> {
  const expectations = Object.entries(run.state).flatMap(([field, value]): Expectation[] => {
    const isGiven = stateType.fields[field]?.input === true || run.input[field] !== undefined
    const isConversation = field === 'messages' || stateType.fields[field]?.type === 'messages'
    return isGiven || isConversation || value === undefined ? [] : [{ field, kind: 'equals', value }]
  })
  const name = describeTurn(run.input) ?? t('Without input')
  return {
    name,
    input: run.input,
    expectations,
    models: 'replayed',
    recorded: recordOutputs(run),
    ...recordAnswers(run),
  }
}

/** What steps gave that asked a model, or whose output was fixed, by their places in the run. */
function recordOutputs(run: RunState): FixedOutputs {
  const outputs = listAsked(run).flatMap((execution: StepExecution) => {
    const output = lastOutput(execution)
    return output === undefined ? [] : [[placeOf(execution, run), output] as const]
  })
  return Object.fromEntries(outputs)
}
