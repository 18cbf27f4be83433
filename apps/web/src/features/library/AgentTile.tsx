import { type Problem, setName } from '@petal/core/model'
import { Badge, IconButton, Menu, type MenuEntry, TextField, toast } from '@petal/ui'
import { msg, plural, t } from '@petal/ui/language'
import { Copy, Download, Ellipsis, History, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useActions } from '../../editor/EditorContext.tsx'
import { AgentOutlineView } from '../../look/AgentOutlineView.tsx'
import { relativeTime } from '../../look/relativeTime.ts'
import { duplicateAgent, renameAgent, restoreAgent, trashAgent } from '../../storage/agentActions.ts'
import { agentFileName, downloadText } from '../../storage/downloadText.ts'
import type { AgentSummary } from '../../storage/LibrarySchema.ts'
import { useWorkspace } from '../../storage/WorkspaceContext.tsx'
import { reportFault } from './reportProblem.ts'
import { VersionsDialog } from './versions/VersionsDialog.tsx'

interface AgentTileProps {
  readonly agent: AgentSummary
  /**
   * Why it cannot be opened, or only be looked at. Its text can still be downloaded, and earlier versions restored.
   */
  readonly problem: Problem | undefined
}

/** One agent: its picture, its name, what can be done with it. */
export function AgentTile({ agent, problem }: AgentTileProps) {
  const workspace = useWorkspace()
  const { setDialog } = useActions()
  const [mode, setMode] = useState<'show' | 'rename' | 'versions'>('show')
  const isOpen = workspace.openId === agent.id
  const open = async () => {
    if ((await workspace.open(agent.id)) === undefined) setDialog(undefined)
  }
  const steps = plural(agent.stepCount, '{count} step', '{count} steps')
  return (
    <article className="group relative overflow-hidden rounded-xl border border-line bg-surface shadow-sm hover:border-line-strong hover:shadow-md">
      <button
        type="button"
        aria-label={t('Open {name}', { name: agent.name })}
        onClick={open}
        className="focus-ring block w-full rounded-t-xl"
      >
        <AgentOutlineView outline={agent.outline} className="h-32 w-full bg-canvas p-3" />
      </button>
      <div className="flex items-center gap-2 border-line border-t py-2 pr-1.5 pl-3">
        <div className="min-w-0 flex-1">
          {mode === 'rename' ? (
            <RenameField agent={agent} onDone={() => setMode('show')} />
          ) : (
            <p className="flex items-center gap-1.5">
              <span dir="auto" className="truncate font-medium text-ink">
                {agent.name}
              </span>
              {isOpen ? <Badge tone="accent">{t('open')}</Badge> : null}
              {problem === undefined ? null : (
                <Badge tone={problem.code === 'storage.newer' ? 'warn' : 'danger'} title={t(problem.message)}>
                  {problem.code === 'storage.newer' ? t('newer version') : t('damaged')}
                </Badge>
              )}
            </p>
          )}
          <p className="truncate text-ink-faint text-sm">
            {steps} · {relativeTime(agent.updatedAt, Date.now())}
          </p>
        </div>
        <TileMenu
          agent={agent}
          problem={problem}
          onRename={() => setMode('rename')}
          onVersions={() => setMode('versions')}
        />
      </div>
      <VersionsDialog agent={agent} open={mode === 'versions'} onClose={() => setMode('show')} />
    </article>
  )
}

function RenameField({ agent, onDone }: { readonly agent: AgentSummary; onDone(): void }) {
  const workspace = useWorkspace()
  const { editFile: edit } = useActions()
  const commit = (text: string) => {
    onDone()
    const name = text.trim()
    if (name === '' || name === agent.name) return
    if (workspace.openId === agent.id) edit(msg('Rename agent'), (config) => setName(config, name), 'record')
    else reportFault(renameAgent(workspace, agent.id, name))
  }
  return (
    <TextField
      size="sm"
      autoFocus
      aria-label={t('Name of the agent')}
      defaultValue={agent.name}
      maxLength={120}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => commit(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') commit(event.currentTarget.value)
        if (event.key === 'Escape') {
          // Escape ends the renaming, not the whole dialog.
          event.stopPropagation()
          onDone()
        }
      }}
    />
  )
}

interface TileMenuProps extends AgentTileProps {
  onRename(): void
  onVersions(): void
}

function TileMenu({ agent, problem, onRename, onVersions }: TileMenuProps) {
  const workspace = useWorkspace()
  const remove = async () => {
    const wasOpen = workspace.openId === agent.id
    await trashAgent(workspace, agent.id)
    const bringBack = async () => {
      await restoreAgent(workspace, agent.id)
      if (wasOpen) await workspace.open(agent.id)
    }
    toast(t('{name} is in the trash', { name: agent.name }), {
      action: { label: t('Undo'), onClick: () => reportFault(bringBack()) },
    })
  }
  const download = async () => {
    const found = await workspace.library.read(agent.id)
    if (found !== undefined) downloadText(agentFileName(agent.name), found.text)
  }
  const entries: readonly MenuEntry[] = [
    { id: 'rename', label: t('Rename'), icon: <Pencil />, disabled: problem !== undefined, onSelect: onRename },
    {
      id: 'copy',
      label: t('Duplicate'),
      icon: <Copy />,
      onSelect: () => reportFault(duplicateAgent(workspace, agent)),
    },
    { id: 'download', label: t('Download'), icon: <Download />, onSelect: () => reportFault(download()) },
    { id: 'versions', label: t('Versions'), icon: <History />, onSelect: onVersions },
    { kind: 'separator', id: 'line' },
    { id: 'delete', label: t('Move to trash'), icon: <Trash2 />, danger: true, onSelect: () => reportFault(remove()) },
  ]
  return (
    <Menu
      align="end"
      entries={entries}
      trigger={
        <IconButton label={t('More about {name}', { name: agent.name })} size="sm">
          <Ellipsis />
        </IconButton>
      }
    />
  )
}
