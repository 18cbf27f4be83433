import { Badge, Tabs } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useActions, useEditor } from '../../editor/EditorContext.tsx'
import type { RunTab } from '../../editor/EditorState.ts'
import { selectRun } from '../../editor/selectors.ts'
import { AnswerTab } from './AnswerTab.tsx'
import { LogsTab } from './LogsTab.tsx'
import { MessagesTab } from './MessagesTab.tsx'
import { AnswerDrafts } from './questions/AnswerDrafts.tsx'
import { RunToolbar } from './RunToolbar.tsx'
import { StateTab } from './StateTab.tsx'
import { TimelineTab } from './TimelineTab.tsx'
import { UsageTab } from './UsageTab.tsx'

const tabIds: readonly RunTab[] = ['run', 'timeline', 'state', 'messages', 'logs', 'usage']

/** Below the canvas: what goes into a run, what comes out of it, and everything that happened between. */
export function RunPanel() {
  const { showRun } = useActions()
  const tab = useEditor((state) => state.session.panels.runTab)
  const executions = useEditor((state) => selectRun(state)?.executions.length ?? 0)
  return (
    <section data-region="run" aria-label={t('Run')} className="@container flex h-full min-h-0 flex-col bg-surface">
      <AnswerDrafts>
        <Tabs
          className="h-full"
          contentClassName="overflow-hidden"
          label={t('Run')}
          value={tab}
          onValueChange={(id) => showRun(tabIds.find((known) => known === id) ?? 'run')}
          trailing={<RunToolbar />}
          tabs={[
            { id: 'run', label: t('Run'), content: <AnswerTab /> },
            { id: 'timeline', label: t('Timeline'), badge: <Count of={executions} />, content: <TimelineTab /> },
            { id: 'state', label: t('State'), content: <StateTab /> },
            { id: 'messages', label: t('Messages'), content: <MessagesTab /> },
            { id: 'logs', label: t('Logs'), content: <LogsTab /> },
            { id: 'usage', label: t('Usage'), content: <UsageTab /> },
          ]}
        />
      </AnswerDrafts>
    </section>
  )
}

function Count({ of }: { readonly of: number }) {
  return of === 0 ? null : <Badge>{of}</Badge>
}
