import type { AgentConfig, Json, RunState, State } from '@petal/core/model'
import { useMemo } from 'react'
import { useEditor, useJudgement } from '../../editor/EditorContext.tsx'
import { selectAgent, selectSelection } from '../../editor/selectors.ts'
import { noVariables, type VariableSet } from './codemirror/VariableSet.ts'

const messages = { type: 'messages', description: 'The conversation so far.' } as const

/** What the texts of the step in hand can name, with the values of the newest run. */
export function useVariables(): VariableSet {
  const stepId = useEditor((state) => selectSelection(state).stepIds[0])
  const stateType = useEditor((state) => selectAgent(state).stateType)
  const messagesAdded = useJudgement(({ result }) => result.ok && result.plan.messagesAdded)
  const values = useEditor((state) => (stepId === undefined ? undefined : lastState(state.runs.current, stepId)))
  return useMemo(
    () => (stepId === undefined ? noVariables : toVariables(stateType, messagesAdded, values)),
    [stepId, stateType, messagesAdded, values],
  )
}

/** The state the step saw in the newest run, or that run's newest state when it has not come to the step. */
function lastState(run: RunState | undefined, stepId: string): State | undefined {
  return run?.executions.findLast((execution) => execution.stepId === stepId)?.stateBefore ?? run?.state
}

function toVariables(
  stateType: AgentConfig['stateType'],
  messagesAdded: boolean,
  values: State | undefined,
): VariableSet {
  const fields = messagesAdded ? { ...stateType.fields, messages } : stateType.fields
  const valueFor = (name: string): Json | undefined =>
    values !== undefined && Object.hasOwn(values, name) ? values[name] : undefined
  return {
    complete: true,
    variables: Object.entries(fields).map(([name, field]) => ({
      name,
      type: field.type,
      ...(field.description === undefined ? {} : { description: field.description }),
      value: valueFor(name),
    })),
  }
}
