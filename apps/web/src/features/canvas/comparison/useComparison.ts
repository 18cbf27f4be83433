import { t } from '@petal/ui/language'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { toAgentDocument } from '../../../editor/AgentDocument.ts'
import { createEditor, type Editor } from '../../../editor/createEditor.ts'
import { useEditorInstance } from '../../../editor/EditorContext.tsx'
import type { Comparison } from '../../../editor/EditorState.ts'
import { selectFocus, selectSelectedStepId } from '../../../editor/selectors.ts'
import { planComparison, type ShownChange } from './planComparison.ts'

/** A comparison that is being looked at. */
export interface OpenComparison {
  /** An editor of its own, in which nothing can be changed: what is looked at is nobody's agent. */
  readonly editor: Editor
  readonly changes: readonly ShownChange[]
  /** The change in hand: its number among all of them, from 0; -1 before one is chosen. */
  readonly current: number
  /** Takes the next change in hand, or the one before, and moves the camera to it; after the last comes the first. */
  go(direction: 'next' | 'previous'): void
  /** Takes it in hand, and leaves the camera where it is. */
  take(change: ShownChange): void
}

export function useComparison({ before, after }: Comparison): OpenComparison {
  const { registry, facts } = useEditorInstance()
  const { agent, changes } = useMemo(() => planComparison(before, after, facts), [before, after, facts])
  const [editor] = useState(() => {
    const created = createEditor(registry, toAgentDocument(agent))
    const readOnly = t('This is a comparison of two agents: nothing can be changed in it.')
    created.actions.open({ id: 'comparison', config: agent, readOnly })
    return created
  })
  const [current, setCurrent] = useState(-1)
  const go = useCallback(
    (direction: 'next' | 'previous') => {
      const index =
        direction === 'next' ? (current + 1) % changes.length : current < 1 ? changes.length - 1 : current - 1
      const change = changes[index]
      if (change === undefined) return
      setCurrent(index)
      editor.actions.showAgent(change.agentId)
      editor.actions.select(change.stepId === undefined ? {} : { stepIds: [change.stepId] })
      if (change.seen.length > 0) editor.actions.askCanvas('show', change.seen)
    },
    [changes, current, editor],
  )
  const take = useCallback((change: ShownChange) => setCurrent(changes.indexOf(change)), [changes])
  // A click on a card that differs is a click on its mark.
  useEffect(
    () =>
      editor.store.subscribe((state, previous) => {
        const stepId = selectSelectedStepId(state)
        if (stepId === undefined || stepId === selectSelectedStepId(previous)) return
        const index = changes.findIndex((change) => change.stepId === stepId && change.agentId === selectFocus(state))
        if (index !== -1) setCurrent(index)
      }),
    [editor, changes],
  )
  return { editor, changes, current, go, take }
}
