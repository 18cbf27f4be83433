import { toAgentConfig } from '../editor/AgentDocument.ts'
import type { Editor } from '../editor/createEditor.ts'
import { selectFile } from '../editor/selectors.ts'
import { keepVersion } from './keepVersion.ts'
import type { MergeParts } from './mergeInto.ts'
import type { Workspace } from './Workspace.ts'

/** Merges into the open agent of a workspace. */
export function createMergeParts(workspace: Workspace, { store, actions }: Editor): MergeParts {
  return {
    merges: workspace.merges,
    openId: () => workspace.openId,
    whenTyped: () => whenTyped(workspace),
    mine: () => toAgentConfig(selectFile(store.getState())),
    document: () => selectFile(store.getState()),
    apply: (label, merged) => void actions.replaceFile(label, merged),
    keep: (config, why) => keepVersion(workspace, config, why),
  }
}

function whenTyped({ state }: Workspace): Promise<void> {
  return new Promise((resolve) => {
    if (state.getState().typing === 0) return resolve()
    const unsubscribe = state.subscribe(({ typing }) => {
      if (typing > 0) return
      unsubscribe()
      resolve()
    })
  })
}
