import { IconButton } from '@petal/ui'
import { t } from '@petal/ui/language'
import { MessageSquarePlus } from 'lucide-react'
import { useShortcuts } from '../../commands/CommandContext.tsx'
import { useEditor } from '../../editor/EditorContext.tsx'
import { selectAgent, selectRun } from '../../editor/selectors.ts'
import { useRunActivity, useRunController } from '../../runner/RunContext.tsx'
import { remembersThreads } from '../../runner/remembersThreads.ts'
import { RunStatusLine } from './RunStatusLine.tsx'
import { RunsMenu } from './RunsMenu.tsx'
import { ThreadsMenu } from './ThreadsMenu.tsx'

/** Beside the tabs: how the run stands, beginning afresh, earlier runs. */
export function RunToolbar() {
  const keys = useShortcuts()
  const hasRun = useEditor((state) => selectRun(state) !== undefined)
  const { status } = useRunActivity()
  const controller = useRunController()
  const remembers = useEditor((state) => remembersThreads(selectAgent(state)))
  return (
    <div className="flex items-center gap-1.5">
      <RunStatusLine />
      {remembers ? <ThreadsMenu /> : null}
      <IconButton
        label={t('New thread')}
        shortcut={keys('newThread')}
        size="sm"
        disabled={status !== 'idle' || (!hasRun && !remembers)}
        onClick={() => controller.conversations.begin()}
      >
        <MessageSquarePlus />
      </IconButton>
      <RunsMenu />
    </div>
  )
}
