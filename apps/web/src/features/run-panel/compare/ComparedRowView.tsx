import type { StepExecution } from '@petal/core/model'
import { Badge, cn } from '@petal/ui'
import { t } from '@petal/ui/language'
import { PencilLine, Play } from 'lucide-react'
import { formatDuration } from '../../../look/formatDuration.ts'
import { StepIcon } from '../../../look/StepIcon.tsx'
import { PassedThrough } from '../PassedThrough.tsx'
import { StatusMark } from '../StatusMark.tsx'
import { useStepLook } from '../useStepLook.ts'
import type { ComparedRow } from './ComparedRow.ts'

interface ComparedRowViewProps {
  readonly row: ComparedRow
  /** Whether it is the first difference. */
  readonly first: boolean
  readonly chosen: boolean
  /** What the row is about, where no step ran. */
  readonly words: string
  onChoose(): void
}

/** One moment of both runs, the first at the left. */
export function ComparedRowView({ row, first, chosen, words, onChoose }: ComparedRowViewProps) {
  const { before, after, kind, notes, id, edits } = row
  const [edited, editedAfter] = edits ?? []
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={onChoose}
      className={cn(
        'focus-ring flex w-full flex-col gap-0.5 border-l-2 px-3.5 py-1 text-left hover:bg-hover',
        kind === 'same' ? 'border-transparent' : 'border-warn',
        chosen && 'bg-accent-soft hover:bg-accent-soft',
      )}
    >
      <span className="grid grid-cols-2 gap-3">
        {id === 'start' ? <Start /> : edited === undefined ? <Side execution={before} /> : <Edit words={words} />}
        {id === 'start' ? <Start /> : editedAfter === undefined ? <Side execution={after} /> : <Edit words={words} />}
      </span>
      {kind === 'same' ? null : (
        <span className="flex flex-wrap items-center gap-2 pl-7 text-ink-soft text-sm">
          {first ? <Badge tone="warn">{t('First difference')}</Badge> : null}
          {wordsOf(kind, notes)}
        </span>
      )}
    </button>
  )
}

function wordsOf(kind: ComparedRow['kind'], notes: readonly string[]): string {
  if (kind === 'onlyBefore') return t('only in the first run')
  return kind === 'onlyAfter' ? t('only in the second run') : notes.join(' · ')
}

function Start() {
  return (
    <span className="flex min-w-0 items-center gap-2">
      <span className="flex size-5 items-center justify-center rounded-sm bg-pressed text-ink-soft">
        <Play aria-hidden className="size-3" />
      </span>
      {t('Start')}
    </span>
  )
}

function Edit({ words }: { readonly words: string }) {
  return (
    <span className="flex min-w-0 items-center gap-2">
      <span className="flex size-5 shrink-0 items-center justify-center rounded-sm bg-human-soft text-human">
        <PencilLine aria-hidden className="size-3" />
      </span>
      <span className="min-w-0 text-ink">{words}</span>
    </span>
  )
}

function Side({ execution }: { readonly execution: StepExecution | undefined }) {
  return execution === undefined ? <span className="text-ink-faint">—</span> : <Execution execution={execution} />
}

function Execution({ execution }: { readonly execution: StepExecution }) {
  const { icon, category } = useStepLook(execution)
  const { path, nodeName, iteration, durationMs, status } = execution
  return (
    <span className="flex min-w-0 items-center gap-2" style={{ paddingLeft: path.length * 16 }}>
      <StepIcon icon={icon} category={category} size="sm" />
      <span className="truncate text-ink">{nodeName}</span>
      {execution.key === undefined ? null : <span className="shrink-0 text-ink-faint text-xs">{execution.key}</span>}
      <PassedThrough execution={execution} />
      {iteration > 1 ? <Badge>{iteration}</Badge> : null}
      <span className="ml-auto flex shrink-0 items-center gap-1.5 text-ink-faint text-xs tabular-nums">
        {durationMs === undefined ? null : formatDuration(durationMs)}
        <StatusMark status={status} />
      </span>
    </span>
  )
}
