import { Dialog, EmptyState, Select } from '@petal/ui'
import { t } from '@petal/ui/language'
import { GitCompare } from 'lucide-react'
import { useId, useState } from 'react'
import { useStore } from 'zustand/react'
import { useActions, useEditor } from '../../../editor/EditorContext.tsx'
import { selectRun } from '../../../editor/selectors.ts'
import { formatMoment } from '../../../look/formatMoment.ts'
import { describeTurn } from '../../../runner/describeTurn.ts'
import { useRunController } from '../../../runner/RunContext.tsx'
import { recordIdOf } from '../../../runner/recordIdOf.ts'
import type { RunRecord } from '../../../storage/LibrarySchema.ts'
import { runWords } from '../runWords.ts'
import { ComparedRuns } from './ComparedRuns.tsx'
import { useStoredRun } from './useStoredRun.ts'

/** Two runs of the agent side by side; at first the run on screen and the one before it. */
export function CompareDialog() {
  const { setDialog } = useActions()
  const controller = useRunController()
  const records = useStore(controller.archive.records)
  return (
    <Dialog
      open
      onOpenChange={() => setDialog(undefined)}
      title={t('Compare runs')}
      size="full"
      bodyClassName="flex overflow-hidden px-0 pb-0"
    >
      {records.length < 2 ? (
        <EmptyState icon={<GitCompare />} title={t('There is nothing to compare yet')} className="flex-1">
          {t('Run the agent twice: then two of its runs can stand side by side.')}
        </EmptyState>
      ) : (
        <Compared records={records} />
      )}
    </Dialog>
  )
}

function Compared({ records }: { readonly records: readonly RunRecord[] }) {
  const shownId = useEditor((state) => {
    const run = selectRun(state)
    return run && recordIdOf(run)
  })
  const [choice, setChoice] = useState(() => {
    const after = Math.max(
      0,
      records.findIndex(({ runId }) => runId === shownId),
    )
    const before = records[after + 1] ?? records.find((_, index) => index !== after)
    return { before: before?.runId ?? '', after: records[after]?.runId ?? '' }
  })
  const before = useStoredRun(choice.before)
  const after = useStoredRun(choice.after)
  const problem = before.problem ?? after.problem
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div className="grid shrink-0 grid-cols-2 gap-3 border-line border-y bg-sunken px-4 py-3 max-sm:grid-cols-1">
        <RunChoice
          label={t('First run')}
          records={records}
          runId={choice.before}
          onChoose={(runId) => setChoice({ ...choice, before: runId })}
        />
        <RunChoice
          label={t('Second run')}
          records={records}
          runId={choice.after}
          onChoose={(runId) => setChoice({ ...choice, after: runId })}
        />
      </div>
      {problem === undefined ? null : (
        <p role="alert" className="px-4 py-3 text-danger">
          {problem}
        </p>
      )}
      {before.run === undefined || after.run === undefined ? null : (
        <ComparedRuns key={`${choice.before} ${choice.after}`} before={before.run} after={after.run} />
      )}
    </div>
  )
}

interface RunChoiceProps {
  readonly label: string
  readonly records: readonly RunRecord[]
  readonly runId: string
  onChoose(runId: string): void
}

function RunChoice({ label, records, runId, onChoose }: RunChoiceProps) {
  const id = useId()
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="font-medium text-ink text-sm">
        {label}
      </label>
      <Select
        id={id}
        value={runId}
        onValueChange={onChoose}
        options={records.map((record) => ({ value: record.runId, label: nameOf(record) }))}
      />
    </div>
  )
}

function nameOf({ status, startedAt, input }: RunRecord): string {
  const at = formatMoment(startedAt)
  const words = describeTurn(input)
  return [t(runWords[status]), at, ...(words === undefined ? [] : [words])].join(' · ')
}
