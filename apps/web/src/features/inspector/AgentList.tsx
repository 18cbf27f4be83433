import type { AgentConfig } from '@petal/core/model'
import { Button, cn, IconButton, Menu, type MenuEntry, TextField } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Ellipsis, Library, Plus, Workflow } from 'lucide-react'
import { useState } from 'react'
import { agentTitle } from '../../editor/agentTitle.ts'
import { useActions, useEditor, useEditorInstance } from '../../editor/EditorContext.tsx'
import { lateActions } from '../../editor/lateActions.ts'
import { listAgentUses } from '../../editor/listAgentUses.ts'
import { selectFileAgent, selectFocus } from '../../editor/selectors.ts'

const none: NonNullable<AgentConfig['agents']> = {}

/** The agents of the file: those that steps and tools call. */
export function AgentList({ disabled }: { readonly disabled: boolean }) {
  const file = useEditor(selectFileAgent)
  const actions = useActions()
  const editor = useEditorInstance()
  const uses = listAgentUses(file, editor.facts)
  const agents = Object.entries(file.agents ?? none)
  return (
    <section aria-label={t('Agents of this file')} className="flex flex-col gap-2 border-line border-b px-4 py-4">
      <h2 className="font-semibold text-base">{t('Agents of this file')}</h2>
      {agents.length === 0 ? (
        <p className="text-ink-faint text-sm">
          {t('None yet. A Sub-agent step calls one; selected steps can be made one by their menu.')}
        </p>
      ) : (
        <ul className="-mx-2 flex flex-col">
          {agents.map(([id, agent]) => (
            <AgentRow key={id} id={id} agent={agent} uses={uses.get(id) ?? 0} disabled={disabled} />
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          variant="secondary"
          disabled={disabled}
          icon={<Plus />}
          onClick={() => {
            const id = lateActions(editor).createAgent()
            if (id !== undefined) actions.showAgent(id)
          }}
        >
          {t('New agent')}
        </Button>
        <Button
          size="sm"
          variant="secondary"
          disabled={disabled}
          icon={<Library />}
          onClick={() => actions.setDialog('takeAgent')}
        >
          {t('Take from the library')}
        </Button>
      </div>
    </section>
  )
}

interface AgentRowProps {
  readonly id: string
  readonly agent: AgentConfig
  readonly uses: number
  readonly disabled: boolean
}

function AgentRow({ id, agent, uses, disabled }: AgentRowProps) {
  const editor = useEditorInstance()
  const actions = useActions()
  const isOpen = useEditor((state) => selectFocus(state) === id)
  const [renaming, setRenaming] = useState(false)
  const title = agentTitle(agent, id)
  const rename = (name: string) => {
    setRenaming(false)
    lateActions(editor).renameAgent(id, name)
  }
  const entries: readonly MenuEntry[] = [
    { id: 'open', label: t('Open'), onSelect: () => actions.showAgent(id) },
    { id: 'rename', label: t('Rename'), disabled, onSelect: () => setRenaming(true) },
    { id: 'duplicate', label: t('Duplicate'), disabled, onSelect: () => void lateActions(editor).duplicateAgent(id) },
    {
      id: 'remove',
      label: uses > 0 ? t('Remove (still called)') : t('Remove'),
      danger: true,
      disabled: disabled || uses > 0,
      onSelect: () => void lateActions(editor).removeAgent(id),
    },
  ]
  return (
    <li className={cn('flex items-center gap-1 rounded-md pr-1', isOpen && 'bg-accent-soft')}>
      {renaming ? (
        <TextField
          aria-label={t('New name of {title}', { title })}
          autoFocus
          defaultValue={title}
          onBlur={(event) => rename(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter') rename(event.currentTarget.value)
            if (event.key === 'Escape') setRenaming(false)
          }}
        />
      ) : (
        <button
          type="button"
          onClick={() => actions.showAgent(id)}
          className="focus-ring flex h-8 min-w-0 flex-1 items-center gap-2 rounded-md px-2 text-left hover:bg-hover"
        >
          <Workflow aria-hidden className="size-4 shrink-0 text-logic" />
          <span className="min-w-0 flex-1 truncate text-ink">{title}</span>
          <span className="shrink-0 text-ink-faint text-sm">
            {uses === 0 ? t('not called') : t('called {uses}×', { uses })}
          </span>
        </button>
      )}
      <Menu
        entries={entries}
        trigger={
          <IconButton label={t('More about {title}', { title })} size="sm">
            <Ellipsis />
          </IconButton>
        }
      />
    </li>
  )
}
