import type { EditorActions } from '../../editor/editorActions.ts'
import type { TextPlace } from '../../editor/find/TextPlace.ts'

/** Goes to where a text stands, in whichever agent of the file. */
export function showPlace(actions: EditorActions, { agentId, stepId, path, isFixed }: TextPlace): void {
  actions.showAgent(agentId)
  if (stepId !== undefined) {
    actions.select({ stepIds: [stepId] })
    actions.askCanvas('show', [stepId])
    if (!isFixed) actions.focusField(path, stepId)
    return
  }
  if (path.startsWith('stateType')) actions.showSide('state')
  else if (!/^(notes|groups)/.test(path)) actions.focusField(path)
}
