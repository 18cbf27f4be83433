import type { Json, RunState, StepConfig } from '@petal/core/model'
import { Button, IconButton, Spinner } from '@petal/ui'
import { plural, t } from '@petal/ui/language'
import { X } from 'lucide-react'
import { formatDuration } from '../../look/formatDuration.ts'
import type { StepVariant } from '../../runner/StepTrials.ts'

interface VariantCardProps {
  readonly variant: StepVariant
  /** The step as it is now. */
  readonly step: StepConfig
  onUse(): void
  onRemove(): void
}

/** One try: what came of it, and the way back to its settings when they have changed since. */
export function VariantCard({ variant, step, onUse, onRemove }: VariantCardProps) {
  const { number, run, isRunning } = variant
  const problem = variant.problem ?? run?.problems[0]
  const isCurrent = variant.step.config === step.config
  return (
    <li
      aria-label={t('Variant {number}', { number })}
      className="flex w-[calc(50%-4px)] min-w-40 shrink-0 snap-start flex-col gap-2 rounded-lg border border-line bg-sunken p-2.5"
    >
      <div className="flex items-center gap-1.5 text-ink-faint text-xs tabular-nums">
        <span className="font-medium text-ink-soft text-sm">{number}</span>
        {isRunning ? <Spinner className="size-3.5 text-accent" /> : <span>{describeEffort(run)}</span>}
        <IconButton
          label={t('Remove variant {number}', { number })}
          size="sm"
          className="-my-1 -mr-1 ml-auto"
          onClick={onRemove}
        >
          <X />
        </IconButton>
      </div>
      <div
        role="status"
        dir="auto"
        className="wrap-anywhere max-h-72 overflow-y-auto whitespace-pre-wrap text-ink text-sm"
      >
        {problem === undefined ? (
          textOf(run, step.id, isRunning)
        ) : (
          <span className="text-danger">{t(problem.message)}</span>
        )}
      </div>
      {isCurrent ? (
        <p className="text-ink-faint text-xs">{t('With the settings as they are')}</p>
      ) : (
        <Button size="sm" className="self-start" onClick={onUse}>
          {t('Use its settings')}
        </Button>
      )}
    </li>
  )
}

function describeEffort(run: RunState | undefined): string {
  const duration = run?.durationMs === undefined ? [] : [formatDuration(run.durationMs)]
  const tokens = run?.usage === undefined ? [] : [plural(run.usage.totalTokens, '{count} token', '{count} tokens')]
  return [...duration, ...tokens].join(' · ')
}

/** The words of a model as they come; at the end what the step changed in the state. */
function textOf(run: RunState | undefined, stepId: string, isRunning: boolean): string {
  if (run === undefined) return isRunning ? '' : t('It was stopped before it began.')
  const { text = '', exit } = run.steps[stepId] ?? {}
  if (text !== '') return text
  if (run.status === 'paused') return t('It waits for a person: that can only be answered in a run of the agent.')
  if (isRunning) return ''
  if (run.status === 'cancelled') return t('Stopped.')
  const before = run.executions[0]?.stateBefore ?? {}
  const changed = Object.entries(run.state).filter(
    ([name, value]) => JSON.stringify(before[name]) !== JSON.stringify(value),
  )
  const lines = changed.map(([name, value]) => `${name}: ${toText(value)}`)
  return (
    [...(exit === undefined ? [] : [t('It leaves by “{exit}”.', { exit })]), ...lines].join('\n') ||
    t('It changes nothing.')
  )
}

function toText(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null, undefined, 2)
}
