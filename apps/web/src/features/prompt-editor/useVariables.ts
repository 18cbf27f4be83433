import { type AgentConfig, type AvailableField, availableAt, type Json, type State } from '@petal/core/model'
import { msg, t } from '@petal/ui/language'
import { useMemo } from 'react'
import type { Editor } from '../../editor/createEditor.ts'
import { useEditor, useEditorInstance, useJudgement } from '../../editor/EditorContext.tsx'
import { innerPlace } from '../../editor/innerPlace.ts'
import { selectAgent, selectSelection, selectShownRun, selectStep } from '../../editor/selectors.ts'
import { stateSeenBy } from '../../editor/stateSeenBy.ts'
import { noVariables, type Variable, type VariableSet } from './codemirror/VariableSet.ts'

const messages = { type: 'messages', description: msg('The conversation so far.') } as const

/** What a text of the step in hand can name, with the values of the newest run. */
export function useVariables(path: string): VariableSet {
  const own = useOwnVariables()
  const inner = useInnerVariables(path)
  return inner ?? own
}

/** The same for the text of a step that stands in the settings of the step in hand. */
function useInnerVariables(path: string): VariableSet | undefined {
  const editor = useEditorInstance()
  const stepId = useEditor((state) => selectSelection(state).stepIds[0])
  // Only a step that has others in it makes this look again whenever it is edited.
  const step = useEditor((state) => {
    const found = stepId === undefined ? undefined : selectStep(state, stepId)
    return found !== undefined && editor.facts.of(found).innerSteps.length > 0 ? found : undefined
  })
  const run = useEditor((state) => (step === undefined ? undefined : state.runs.current))
  return useMemo(() => {
    const place = step === undefined ? undefined : innerPlace(editor, step.id, path)
    if (place === undefined) return undefined
    const values = run?.executions.findLast(
      (entry) => entry.stepId === place.stepId && entry.path.length > 0,
    )?.stateBefore
    return {
      complete: true,
      variables: listDeclared(place.agent.stateType, false, values),
      offer: () =>
        toOffers(availableAt(place.agent, editor.registry, place.stepId), () => t('Given with each item'), values),
    }
  }, [editor, step, path, run])
}

function useOwnVariables(): VariableSet {
  const editor = useEditorInstance()
  const stepId = useEditor((state) => selectSelection(state).stepIds[0])
  const stateType = useEditor((state) => selectAgent(state).stateType)
  const messagesAdded = useJudgement(({ inHand }) => inHand.ok && inHand.plan.messagesAdded)
  const values = useEditor((state) => (stepId === undefined ? undefined : stateSeenBy(selectShownRun(state), stepId)))
  return useMemo(() => {
    if (stepId === undefined) return noVariables
    return {
      complete: true,
      variables: listDeclared(stateType, messagesAdded, values),
      offer: () => listOffered(editor, stepId, values),
    }
  }, [editor, stepId, stateType, messagesAdded, values])
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
    input: () => t('Given at the start'),
    default: () => t('Has a start value'),
    step: (source: string) => t('Written by {nameOf}', { nameOf: nameOf(source) }),
  }
  return toOffers(
    availableAt(selectAgent(state), registry, stepId),
    ({ source, kind, certain }) =>
      certain ? origins[kind](source) : t('{origin}, on some ways only', { origin: origins[kind](source) }),
    values,
  )
}

function toOffers(
  fields: readonly AvailableField[],
  originOf: (field: AvailableField) => string,
  values: State | undefined,
): readonly Variable[] {
  return fields.map((field) => ({
    name: field.name,
    type: field.type,
    ...(field.description === undefined ? {} : { description: field.description }),
    origin: originOf(field),
    value: valueIn(values, field.name),
  }))
}

function valueIn(values: State | undefined, name: string): Json | undefined {
  return values !== undefined && Object.hasOwn(values, name) ? values[name] : undefined
}
