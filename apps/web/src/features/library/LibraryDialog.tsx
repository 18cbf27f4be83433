import { Button, Dialog, IconButton, isTouched, Tabs, TextField } from '@petal/ui'
import { t } from '@petal/ui/language'
import { FileInput, FileJson, FolderOpen, Plus, Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useCommand } from '../../commands/CommandContext.tsx'
import { createEmptyAgent } from '../../editor/createEmptyAgent.ts'
import { useActions } from '../../editor/EditorContext.tsx'
import { useFiles, useFilesState } from '../../files/FilesContext.tsx'
import { hasFileAccess } from '../../files/hasFileAccess.ts'
import { useWorkspace } from '../../storage/WorkspaceContext.tsx'
import { AgentGrid } from './AgentGrid.tsx'
import { ExampleGrid } from './ExampleGrid.tsx'
import { FolderView } from './FolderView.tsx'
import { reportProblem } from './reportProblem.ts'
import { TrashList } from './TrashList.tsx'
import { useAgents } from './useAgents.ts'

/** Every agent of this browser, the examples, and the trash. */
export function LibraryDialog() {
  const { setDialog } = useActions()
  return (
    <Dialog
      open
      onOpenChange={() => setDialog(undefined)}
      title={t('Library')}
      description={t('Agents stay in this browser. Nothing is uploaded.')}
      size="full"
      bodyClassName="flex flex-col overflow-hidden px-0 pb-0"
    >
      <LibraryBody />
    </Dialog>
  )
}

function LibraryBody() {
  const [tab, setTab] = useTab()
  const folders = useFilesState((state) => state.folders)
  const [search, setSearch] = useState('')
  const { agents, trashed } = useAgents()
  const needle = search.trim().toLowerCase()
  const found = agents.filter(({ name }) => name.toLowerCase().includes(needle))
  return (
    <Tabs
      className="min-h-0 flex-1"
      contentClassName="bg-sunken p-5 max-sm:p-3"
      label={t('Library')}
      value={tab}
      onValueChange={setTab}
      trailingWraps
      trailing={<LibraryToolbar search={search} onSearch={setSearch} />}
      tabs={[
        { id: 'agents', label: t('My agents'), content: <AgentGrid agents={found} searched={needle !== ''} /> },
        { id: 'examples', label: t('Examples'), content: <ExampleGrid search={needle} /> },
        {
          id: 'trash',
          label: trashed.length === 0 ? t('Trash') : t('Trash ({count})', { count: trashed.length }),
          content: <TrashList agents={trashed} />,
        },
        ...folders.map((folder) => ({
          id: folder.id,
          label: t('Folder: {name}', { name: folder.name }),
          content: <FolderView folder={folder} search={needle} />,
        })),
      ]}
    />
  )
}

/** The chosen tab: that of a folder when one was just opened, and the agents again when it is closed. */
function useTab() {
  const files = useFiles()
  const shown = useFilesState((state) => state.shownFolder)
  const folders = useFilesState((state) => state.folders)
  const [tab, setTab] = useState('agents')
  useEffect(() => {
    if (shown === undefined) return
    setTab(shown)
    files.state.setState({ shownFolder: undefined })
  }, [files, shown])
  const isThere = ['agents', 'examples', 'trash', ...folders.map(({ id }) => id)].includes(tab)
  return [isThere ? tab : 'agents', setTab] as const
}

function LibraryToolbar({ search, onSearch }: { readonly search: string; onSearch(text: string): void }) {
  const workspace = useWorkspace()
  const { setDialog } = useActions()
  const createNew = async () => {
    const problem = await workspace.createAgent(createEmptyAgent())
    if (problem === undefined) setDialog(undefined)
    else reportProblem(problem)
  }
  return (
    <div className="flex w-full items-center gap-2 px-2 max-sm:flex-wrap sm:pl-0">
      <TextField
        className="w-48 min-w-0 max-sm:w-full sm:max-lg:w-36"
        autoFocus={!isTouched()}
        prefix={<Search aria-hidden />}
        aria-label={t('Search agents')}
        placeholder={t('Search')}
        value={search}
        onChange={(event) => onSearch(event.target.value)}
      />
      <FileButtons />
      <Button icon={<FileInput />} onClick={() => setDialog('import')}>
        <span className="sm:max-lg:sr-only">{t('Import')}</span>
      </Button>
      <Button variant="primary" icon={<Plus />} onClick={createNew}>
        {t('New agent')}
      </Button>
    </div>
  )
}

/**
 * Where the browser can save to files again; elsewhere they are imported and exported. On a phone they are in the list of
 * commands.
 */
function FileButtons() {
  const run = useCommand()
  if (!hasFileAccess()) return null
  return (
    <>
      <IconButton label={t('Open a file')} className="max-sm:hidden" onClick={() => run('openFile')}>
        <FileJson />
      </IconButton>
      <IconButton label={t('Open a folder of agents')} className="max-sm:hidden" onClick={() => run('openFolder')}>
        <FolderOpen />
      </IconButton>
    </>
  )
}
