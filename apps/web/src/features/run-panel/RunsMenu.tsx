import { hashConfig } from '@petal/core/model'
import { IconButton, Menu, type MenuEntry, toast } from '@petal/ui'
import { t } from '@petal/ui/language'
import { History } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useStore } from 'zustand/react'
import { useActions, useEditor, usePlan } from '../../editor/EditorContext.tsx'
import { selectRun } from '../../editor/selectors.ts'
import { useRunActivity, useRunController } from '../../runner/RunContext.tsx'
import { recordIdOf } from '../../runner/recordIdOf.ts'
import type { RunRecord } from '../../storage/LibrarySchema.ts'
import { attempt } from './attempt.ts'
import { describeRun } from './describeRun.ts'
import { restoreWords } from './restoreWords.ts'

/** How many runs the menu lists. */
const LISTED = 12

/** Earlier runs of this agent; choosing one shows it again from its recorded events. */
export function RunsMenu() {
  const controller = useRunController()
  const { status } = useRunActivity()
  const { setDialog, showRun } = useActions()
  const records = useStore(controller.archive.records)
  const { threads } = useStore(controller.threads.state)
  const shownId = useEditor((state) => {
    const run = selectRun(state)
    return run && recordIdOf(run)
  })
  const plan = usePlan()
  const [isOpen, setOpen] = useState(false)
  // A run is told by the agent as it was planned.
  const configHash = useMemo(() => (isOpen && plan.ok ? hashConfig(plan.plan.agent) : undefined), [isOpen, plan])
  const show = (record: RunRecord) =>
    attempt(async () => {
      const outcome = await controller.stored.show(record)
      // Any other reason is told where the run is shown.
      if (outcome === 'busy') toast.message(t(restoreWords[outcome]))
      showRun('run')
    })
  const compare: MenuEntry = { id: 'compare', label: t('Compare runs'), onSelect: () => setDialog('compare') }
  const hasEnded = useEditor((state) => selectRun(state)?.status === 'ended')
  const entries: readonly MenuEntry[] = [
    { kind: 'label', id: 'label', label: records.length === 0 ? t('No earlier runs') : t('Earlier runs') },
    ...records.slice(0, LISTED).map((record): MenuEntry => {
      return {
        id: record.runId,
        ...describeRun(record, { threads, configHash }),
        checked: record.runId === shownId,
        disabled: status !== 'idle',
        onSelect: () => show(record),
      }
    }),
    { kind: 'separator', id: 'line' },
    ...(records.length < 2 ? [] : [compare]),
    { id: 'saveTest', label: t('Save this run as a test'), disabled: !hasEnded, onSelect: () => setDialog('saveTest') },
    { id: 'tests', label: t('Tests of this agent'), onSelect: () => setDialog('tests') },
  ]
  return (
    <Menu
      align="end"
      open={isOpen}
      onOpenChange={setOpen}
      entries={entries}
      trigger={
        <IconButton label={t('Earlier runs')} size="sm">
          <History />
        </IconButton>
      }
    />
  )
}
