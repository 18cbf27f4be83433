import { serializeAgentConfig } from '@petal/core/model'
import { toAgentConfig } from '../editor/AgentDocument.ts'
import { useActions, useEditor } from '../editor/EditorContext.tsx'
import { selectFile } from '../editor/selectors.ts'
import { fileVerbs } from '../features/files/fileVerbs.ts'
import { FileChangedDialog } from '../features/transfer/FileChangedDialog.tsx'
import { useFiles, useFilesState } from '../files/FilesContext.tsx'

/** Asks what to do when the file of the open agent was changed by another program. */
export function FileChanged() {
  const files = useFiles()
  const actions = useActions()
  const change = useFilesState((state) => state.change)
  const savedText = useFilesState((state) => state.file?.savedText)
  const isEdited = useEditor((state) => serializeAgentConfig(toAgentConfig(selectFile(state))) !== savedText)
  if (change === undefined) return null
  const verbs = fileVerbs(files, actions)
  return (
    <FileChangedDialog
      change={change}
      onReload={verbs.reload}
      onKeep={verbs.keepMine}
      onMerge={isEdited ? verbs.merge : undefined}
      onLater={() => files.state.setState({ change: undefined })}
    />
  )
}
