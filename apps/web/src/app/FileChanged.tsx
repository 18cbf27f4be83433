import { useActions } from '../editor/EditorContext.tsx'
import { fileVerbs } from '../features/files/fileVerbs.ts'
import { FileChangedDialog } from '../features/transfer/FileChangedDialog.tsx'
import { useFiles, useFilesState } from '../files/FilesContext.tsx'

/** Asks what to do when the file of the open agent was changed by another program. */
export function FileChanged() {
  const files = useFiles()
  const actions = useActions()
  const change = useFilesState((state) => state.change)
  if (change === undefined) return null
  const verbs = fileVerbs(files, actions)
  return (
    <FileChangedDialog
      change={change}
      onReload={verbs.reload}
      onKeep={verbs.keepMine}
      onLater={() => files.state.setState({ change: undefined })}
    />
  )
}
