import { type MouseEvent, useMemo } from 'react'
import { useEditorInstance } from '../../editor/EditorContext.tsx'
import { countSelected } from '../../editor/pruneSelection.ts'
import { selectSelection } from '../../editor/selectors.ts'
import { useCanvasUiStore } from './CanvasUi.tsx'
import type { CanvasNode } from './toFlow.ts'

/** What clicks on cards and notes mean beyond selecting, which React Flow does. */
export function useNodeClicks() {
  const ui = useCanvasUiStore()
  const { store, actions } = useEditorInstance()
  return useMemo(
    () => ({
      /** A click on one of several selected cards takes it alone, as everywhere; dragging moves them all. */
      onNodeClick(event: MouseEvent, node: CanvasNode) {
        const adds = event.shiftKey || event.ctrlKey || event.metaKey
        if (adds || countSelected(selectSelection(store.getState())) < 2) return
        actions.select(node.type === 'note' ? { noteIds: [node.data.note.id] } : { stepIds: [node.id] })
      },
      onNodeDoubleClick(_event: MouseEvent, node: CanvasNode) {
        if (node.type === 'note') ui.setState({ writtenNote: node.data.note.id })
        else if (node.type !== 'step') actions.showSide('state')
        else if (!actions.openAgentOf(node.id)) actions.focusField('nodeName', node.id)
      },
    }),
    [store, actions, ui],
  )
}
