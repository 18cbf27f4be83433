import { IconButton, Menu, type MenuEntry, toast } from '@petal/ui'
import { spokenLanguage, t } from '@petal/ui/language'
import { History } from 'lucide-react'
import { useStore } from 'zustand/react'
import { useActions, useEditor } from '../../editor/EditorContext.tsx'
import { selectRun } from '../../editor/selectors.ts'
import { describeTurn } from '../../runner/describeTurn.ts'
import { useRunActivity, useRunController } from '../../runner/RunContext.tsx'
import type { RunRecord } from '../../storage/LibrarySchema.ts'
import { attempt } from './attempt.ts'
import { restoreWords } from './restoreWords.ts'
import { runWords } from './runWords.ts'

/** How many runs the menu lists. */
const LISTED = 12

/** Earlier runs of this agent; choosing one shows it again from its recorded events. */
export function RunsMenu() {
  const controller = useRunController()
  const { status } = useRunActivity()
  const { setDialog, showRun } = useActions()
  const records = useStore(controller.archive.records)
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
        label: `${t(runWords[record.status])} · ${timeOf(record.startedAt)}`,
        hint: describeTurn(record.input) ?? t('No input'),
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
      entries={entries}
      trigger={
        <IconButton label={t('Earlier runs')} size="sm">
          <History />
        </IconButton>
      }
    />
  )
}

function timeOf(at: number): string {
  return new Date(at).toLocaleString(spokenLanguage(), { dateStyle: 'medium', timeStyle: 'medium' })
}
