import { Button, IconButton, Menu } from '@petal/ui'
import { t } from '@petal/ui/language'
import { ArrowLeft, Ellipsis, Plus, X } from 'lucide-react'
import { useCommand, useCommandEntries, useShortcuts } from '../../commands/CommandContext.tsx'
import { agentTitle } from '../../editor/agentTitle.ts'
import { useActions, useEditor, useReadOnly } from '../../editor/EditorContext.tsx'
import { selectAgent } from '../../editor/selectors.ts'

const menuIds = ['undo', 'redo', '-', 'addNote', 'paste', 'selectAll', 'tidy', '-', 'clearBreakpoints', 'clearRun']

/** Which agent it is, the way back to the one that calls it, and what is done with no row in particular. */
export function OutlineHeader() {
  const run = useCommand()
  const keys = useShortcuts()
  const entries = useCommandEntries()
  const actions = useActions()
  const isEditable = useReadOnly() === undefined
  // What can be undone and redone: the menu says so as it is when it opens.
  useEditor((state) => state.history)
  const isInside = useEditor((state) => state.session.trail.length > 0)
  const title = useEditor((state) => agentTitle(selectAgent(state), state.session.trail.at(-1)?.agentId))
  return (
    <div className="flex h-11 shrink-0 items-center gap-1 pr-1.5 pl-3 pointer-coarse:h-13">
      {isInside ? (
        <IconButton
          label={t('Back to the agent that calls it')}
          className="-ml-1.5 pointer-coarse:size-11"
          onClick={actions.closeAgent}
        >
          <ArrowLeft />
        </IconButton>
      ) : null}
      <h2 className="min-w-0 flex-1 truncate font-semibold">{isInside ? title : t('Outline')}</h2>
      {isEditable ? (
        <Button icon={<Plus />} className="pointer-coarse:h-10" onClick={() => run('addStep')}>
          {t('Add a step')}
        </Button>
      ) : null}
      <Menu
        align="end"
        entries={entries(menuIds)}
        trigger={
          <IconButton label={t('Outline menu')} className="pointer-coarse:size-11">
            <Ellipsis />
          </IconButton>
        }
      />
      <IconButton
        label={t('Close the outline')}
        shortcut={keys('toggleOutline')}
        className="pointer-coarse:size-11"
        onClick={() => run('toggleOutline')}
      >
        <X />
      </IconButton>
    </div>
  )
}
