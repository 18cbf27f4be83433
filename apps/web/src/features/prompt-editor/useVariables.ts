import { type AgentConfig, availableAt, type Json, type RunState, type State } from '@petal/core/model'
import { useMemo } from 'react'
import type { Editor } from '../../editor/createEditor.ts'
import { useEditor, useEditorInstance, useJudgement } from '../../editor/EditorContext.tsx'
import { selectAgent, selectSelection, selectStep } from '../../editor/selectors.ts'
import { noVariables, type Variable, type VariableSet } from './codemirror/VariableSet.ts'

const messages = { type: 'messages', description: 'The conversation so far.' } as const

/** What the texts of the step in hand can name, with the values of the newest run. */
export function useVariables(): VariableSet {
  const editor = useEditorInstance()
  const stepId = useEditor((state) => selectSelection(state).stepIds[0])
  const stateType = useEditor((state) => selectAgent(state).stateType)
  const messagesAdded = useJudgement(({ result }) => result.ok && result.plan.messagesAdded)
  const values = useEditor((state) => (stepId === undefined ? undefined : lastState(state.runs.current, stepId)))
  return useMemo(() => {
    if (stepId === undefined) return noVariables
    return {
      complete: true,
      variables: listDeclared(stateType, messagesAdded, values),
      offer: () => listOffered(editor, stepId, values),
    }
  }, [editor, stepId, stateType, messagesAdded, values])
}

/** The state the step saw in the newest run, or that run's newest state when it has not come to the step. */
function lastState(run: RunState | undefined, stepId: string): State | undefined {
  return run?.executions.findLast((execution) => execution.stepId === stepId)?.stateBefore ?? run?.state
}

function listDeclared(
  stateType: AgentConfig['stateType'],
  messagesAdded: boolean,
  values: State | undefined,
): readonly Variable[] {
  const fields = messagesAdded ? { messages, ...stateType.fields } : stateType.fields
  return Object.entries(fields).map(([name, { type, description }]) => ({
    name,
    type,
    ...(description === undefined ? {} : { description }),
    value: valueIn(values, name),
  }))
}

function listOffered(
  { store, registry, facts }: Editor,
  stepId: string,
  values: State | undefined,
): readonly Variable[] {
  const state = store.getState()
  const nameOf = (id: string) => {
    const step = selectStep(state, id)
    return step === undefined ? id : (step.nodeName ?? facts.of(step).typeTitle)
  }
  const origins = {
    input: () => 'Given at the start',
    default: () => 'Has a start value',
    step: (source: string) => `Written by ${nameOf(source)}`,
  }
  return availableAt(selectAgent(state), registry, stepId).map(
    ({ name, type, description, source, kind, certain }) => ({
      name,
      type,
      ...(description === undefined ? {} : { description }),
      origin: certain ? origins[kind](source) : `${origins[kind](source)}, on some ways only`,
      value: valueIn(values, name),
    }),
  )
}

function valueIn(values: State | undefined, name: string): Json | undefined {
  return values !== undefined && Object.hasOwn(values, name) ? values[name] : undefined
}
