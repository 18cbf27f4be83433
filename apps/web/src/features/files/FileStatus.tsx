import { serializeAgentConfig } from '@petal/core/model'
import { cn } from '@petal/ui'
import { t } from '@petal/ui/language'
import { FileCheck2, FilePen } from 'lucide-react'
import { useDeferredValue, useMemo } from 'react'
import { useCommand } from '../../commands/CommandContext.tsx'
import { toAgentConfig } from '../../editor/AgentDocument.ts'
import { useEditor } from '../../editor/EditorContext.tsx'
import { selectFile } from '../../editor/selectors.ts'
import { useFilesState } from '../../files/FilesContext.tsx'

/** The file of the open agent, and whether it holds what is on screen. A click saves. */
export function FileStatus() {
  const file = useFilesState((state) => state.file)
  const run = useCommand()
  // Never in the way of typing: a large agent is compared when there is time.
  const config = useDeferredValue(useEditor((state) => toAgentConfig(selectFile(state))))
  const isSaved = useMemo(() => file?.savedText === serializeAgentConfig(config), [file, config])
  if (file === undefined) return null
  const Icon = isSaved ? FileCheck2 : FilePen
  return (
    <button
      type="button"
      aria-label={isSaved ? t('Saved to {name}', { name: file.name }) : t('Save to {name}', { name: file.name })}
      title={isSaved ? t('The file holds what is here') : t('What is here is not in the file yet: save it (Mod+S)')}
      onClick={() => run('saveFile')}
      className={cn(
        'focus-ring ml-2 inline-flex max-w-48 items-center gap-1 rounded-md px-1 align-bottom hover:bg-hover',
        isSaved ? 'text-ink-faint' : 'text-accent',
      )}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span className="truncate">{file.name}</span>
    </button>
  )
}
