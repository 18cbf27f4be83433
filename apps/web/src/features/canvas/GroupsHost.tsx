import { useStoreApi } from '@xyflow/react'
import { useEffect } from 'react'
import { useEditor, useEditorInstance } from '../../editor/EditorContext.tsx'
import { groupsWithin } from '../../editor/groups.ts'
import { selectAgent, selectSelection } from '../../editor/selectors.ts'
import { useCanvasUiStore } from './CanvasUi.tsx'
import { createGroupView } from './createGroupView.ts'

/** Lets the canvas draw groups, as soon as an agent has some. */
export function GroupsHost() {
  const ui = useCanvasUiStore()
  const view = useStoreApi()
  const { store } = useEditorInstance()
  const request = useEditor(({ session }) => session.canvasRequest)
  useEffect(() => {
    ui.setState({ groups: createGroupView() })
    return () => ui.setState({ groups: undefined })
  }, [ui])
  useEffect(() => {
    // With something before the canvas its fields cannot be written in.
    if (request?.order !== 'renameGroup' || view.getState().domNode?.closest('[inert]') != null) return
    const state = store.getState()
    ui.setState({ renamedGroup: groupsWithin(selectAgent(state), selectSelection(state))[0]?.id })
  }, [request, ui, store, view])
  return null
}
