import { Badge, cn } from '@petal/ui'
import { plural, t } from '@petal/ui/language'
import { ChevronRight } from 'lucide-react'
import { categoryLooks } from '../../look/categoryLook.ts'
import { formatDuration } from '../../look/formatDuration.ts'
import { StepIcon } from '../../look/StepIcon.tsx'
import { PassedThrough } from './PassedThrough.tsx'
import { StatusMark } from './StatusMark.tsx'
import type { TimelineRow, TimelineWait } from './toTimeline.ts'
import { useMoment } from './useMoment.ts'
import { useStepLook } from './useStepLook.ts'

interface TimelineBarProps {
  readonly row: TimelineRow
  /** Drawn across all rows, where they were. */
  readonly waits: readonly TimelineWait[]
  readonly chosen: boolean
  /** Whether what ran within it is hidden. */
  readonly folded: boolean
  onToggle(): void
}

/** One row of the timeline. */
export function TimelineBar({ row, waits, chosen, folded, onToggle }: TimelineBarProps) {
  const { choose } = useMoment()
  const { execution, start, width, durationMs, depth, isParent } = row
  const { icon, category } = useStepLook(execution)
  const color = execution.status === 'failed' ? 'bg-danger' : categoryLooks[category].solid
  return (
    <li className="relative">
      {isParent ? (
        <button
          type="button"
          aria-expanded={!folded}
          aria-label={t('Steps within {nodeName}', { nodeName: execution.nodeName })}
          onClick={onToggle}
          className="focus-ring absolute top-1.5 z-10 flex size-5 items-center justify-center rounded-sm text-ink-faint hover:bg-pressed"
          style={{ left: 4 + depth * 16 }}
        >
          <ChevronRight aria-hidden className={cn('size-3.5 transition-transform', !folded && 'rotate-90')} />
        </button>
      ) : null}
      <button
        type="button"
        aria-pressed={chosen}
        onClick={() => choose(execution)}
        className={cn(
          'focus-ring grid h-8 w-full grid-cols-[minmax(6rem,12rem)_1fr_5rem] items-center gap-3 px-3 text-left hover:bg-hover',
          chosen && 'bg-accent-soft hover:bg-accent-soft',
        )}
      >
        <span className="flex min-w-0 items-center gap-2" style={{ paddingLeft: 12 + depth * 16 }}>
          <StepIcon icon={icon} category={category} size="sm" />
          <span className="truncate text-ink">{execution.nodeName}</span>
          <PassedThrough execution={execution} />
          {execution.key === undefined ? null : (
            <span className="shrink-0 text-ink-faint text-xs">{execution.key}</span>
          )}
          {execution.progress === undefined ? null : (
            <span className="shrink-0 text-ink-faint text-xs tabular-nums">
              {t('{done} of {total}', { done: execution.progress.done, total: execution.progress.total })}
            </span>
          )}
          {execution.iteration > 1 ? (
            <Badge title={t('Execution {iteration}', { iteration: execution.iteration })}>{execution.iteration}</Badge>
          ) : null}
          <ToolCount of={execution.tools.length} />
        </span>
        <span className="relative h-2.5 rounded-full bg-sunken">
          <span
            className={cn(
              'absolute inset-y-0 min-w-1 rounded-full',
              color,
              execution.status === 'running' && 'opacity-70',
            )}
            // Also the shortest bar, at the very end, stays within the time of the run.
            style={{ left: `min(${start * 100}%, 100% - var(--spacing))`, width: `${width * 100}%` }}
          />
          {waits.map(({ at, durationMs: waited }, index) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: they stand in the order in which they were
              key={index}
              title={t('Waited {duration} for a person', { duration: formatDuration(waited) })}
              className="-inset-y-2.75 absolute border-human border-l border-dashed"
              style={{ left: `${at * 100}%` }}
            />
          ))}
        </span>
        <span className="flex items-center justify-end gap-1.5 text-ink-soft text-sm tabular-nums">
          {formatDuration(durationMs)}
          <StatusMark status={execution.status} />
        </span>
      </button>
    </li>
  )
}

function ToolCount({ of }: { readonly of: number }) {
  if (of === 0) return null
  return <Badge title={t('Calls of tools')}>{plural(of, '1 tool', '{count} tools')}</Badge>
}
