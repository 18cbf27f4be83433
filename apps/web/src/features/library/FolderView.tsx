import { Button, EmptyState, Spinner } from '@petal/ui'
import { t } from '@petal/ui/language'
import { FileJson, Folder, Save, X } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { toAgentConfig } from '../../editor/AgentDocument.ts'
import { useActions, useEditorInstance } from '../../editor/EditorContext.tsx'
import { selectFile } from '../../editor/selectors.ts'
import { useFiles, useFilesState } from '../../files/FilesContext.tsx'
import type { OpenFolder } from '../../files/FilesState.ts'
import type { FolderFile } from '../../files/listAgentFiles.ts'
import { agentFileName } from '../../storage/downloadText.ts'
import { UNNAMED } from '../../storage/toAgentDraft.ts'
import { reportFault } from './reportProblem.ts'

/** The agents in a folder of this computer. */
export function FolderView({ folder, search }: { readonly folder: OpenFolder; readonly search: string }) {
  const files = useFiles()
  const { listing, refresh } = useListing(folder.id)
  const allow = async () => {
    await (await files.open()).folders.allow(folder.id)
    await refresh()
  }
  if (listing === undefined) return <Spinner label={t('Looking into the folder')} className="m-8" />
  if (listing === 'closed') {
    return (
      <EmptyState icon={<Folder />} title={t('The browser wants to ask you again')}>
        <span className="flex flex-col items-center gap-3">
          {t('After a reload it opens folders only on your word.')}
          <Button variant="primary" onClick={() => reportFault(allow())}>
            {t('Allow {name}', { name: folder.name })}
          </Button>
          <CloseFolder folder={folder} />
        </span>
      </EmptyState>
    )
  }
  if (listing === 'gone') {
    return (
      <EmptyState icon={<Folder />} title={t('{name} cannot be looked into', { name: folder.name })}>
        <span className="flex flex-col items-center gap-3">
          {t('It was moved, renamed or deleted, or something in it is kept closed.')}
          <CloseFolder folder={folder} />
        </span>
      </EmptyState>
    )
  }
  const found = listing.filter(({ path }) => path.toLowerCase().includes(search))
  return (
    <div className="flex flex-col gap-3">
      <FolderToolbar folder={folder} />
      {found.length === 0 ? (
        <EmptyState
          icon={<FileJson />}
          title={search === '' ? t('No agents in this folder') : t('No file is called that')}
        >
          {t('Files that end in .agent.json are listed here, those in folders within it, too.')}
        </EmptyState>
      ) : (
        <ul className="flex flex-col divide-y divide-line rounded-xl border border-line bg-surface">
          {found.map((file) => (
            <li key={file.path}>
              <FileRow file={file} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/**
 * What is in the folder; `closed` while the browser wants the person to be asked, `gone` when it cannot be read. Looked at
 * again on coming back.
 */
function useListing(folderId: string) {
  const files = useFiles()
  const saved = useFilesState((state) => state.file)
  const [listing, setListing] = useState<readonly FolderFile[] | 'closed' | 'gone'>()
  const refresh = useCallback(async () => {
    const { folders } = await files.open()
    setListing(
      await folders.list(folderId).then(
        (found) => found ?? 'closed',
        (): 'gone' => 'gone',
      ),
    )
  }, [files, folderId])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was just saved may be a new file
  useEffect(() => {
    const look = () => reportFault(refresh())
    look()
    window.addEventListener('focus', look)
    return () => window.removeEventListener('focus', look)
  }, [refresh, saved])
  return { listing, refresh }
}

function FolderToolbar({ folder }: { readonly folder: OpenFolder }) {
  const files = useFiles()
  const { store } = useEditorInstance()
  const { setDialog } = useActions()
  const save = async () => {
    const { name } = toAgentConfig(selectFile(store.getState()))
    await (await files.open()).saveInto(folder.id, agentFileName(name ?? UNNAMED))
    setDialog(undefined)
  }
  return (
    <div className="flex justify-end gap-2">
      <CloseFolder folder={folder} />
      <Button size="sm" icon={<Save />} onClick={() => reportFault(save())}>
        {t('Save the open agent here')}
      </Button>
    </div>
  )
}

function CloseFolder({ folder }: { readonly folder: OpenFolder }) {
  const files = useFiles()
  const close = async () => (await files.open()).folders.close(folder.id)
  return (
    <Button size="sm" variant="ghost" icon={<X />} onClick={() => reportFault(close())}>
      {t('Close the folder')}
    </Button>
  )
}

function FileRow({ file }: { readonly file: FolderFile }) {
  const files = useFiles()
  const { setDialog } = useActions()
  const open = async () => {
    await (await files.open()).open(file.handle)
    setDialog(undefined)
  }
  return (
    <button
      type="button"
      aria-label={t('Open {path}', { path: file.path })}
      onClick={() => reportFault(open())}
      className="focus-ring flex h-10 w-full items-center gap-3 rounded-md px-3 text-left hover:bg-hover"
    >
      <FileJson aria-hidden className="size-4 shrink-0 text-ink-faint" />
      <span dir="auto" className="min-w-0 flex-1 truncate font-medium text-ink">
        {file.path}
      </span>
    </button>
  )
}
