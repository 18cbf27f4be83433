import { Badge, Button, IconButton } from '@petal/ui'
import { plural, t } from '@petal/ui/language'
import { Pencil, Play, Trash2 } from 'lucide-react'
import type { AgentTest } from '../../agent-tests/AgentTest.ts'
import { countAnswers } from '../../agent-tests/countAnswers.ts'
import type { Failure, Verdict } from '../../agent-tests/judgeRun.ts'
import { ValueChange } from '../../look/difference/ValueChange.tsx'
import { kindWords } from './kindWords.ts'

interface TestRowProps {
  readonly test: AgentTest
  readonly verdict: Verdict | 'running' | undefined
  readonly busy: boolean
  onRun(): void
  onEdit(): void
  onRemove(): void
}

/** One test, and how its newest run went. */
export function TestRow({ test, verdict, busy, onRun, onEdit, onRemove }: TestRowProps) {
  const { name, expectations, models, recorded } = test
  const answered = countAnswers(test)
  const replayed = Object.keys(recorded).length
  const parts = [
    plural(expectations.filter(({ isOn }) => isOn !== false).length, '1 expectation', '{count} expectations'),
    ...(models === 'asked' ? [t('models answer')] : []),
    ...(models === 'asked' || replayed === 0
      ? []
      : [plural(replayed, '1 answer replayed', '{count} answers replayed')]),
    ...(answered === 0
      ? []
      : [plural(answered, '1 answer of a person replayed', '{count} answers of a person replayed')]),
  ]
  return (
    <li aria-label={name} className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-3">
      <div className="flex items-center gap-2">
        <div className="min-w-0 flex-1">
          <p dir="auto" className="truncate font-medium text-ink">
            {name}
          </p>
          <p className="text-ink-faint text-sm">{parts.join(' · ')}</p>
        </div>
        <VerdictBadge verdict={verdict} />
        <Button size="sm" icon={<Play />} disabled={busy} onClick={onRun}>
          {t('Run')}
        </Button>
        <IconButton label={t('Edit {name}', { name })} size="sm" disabled={busy} onClick={onEdit}>
          <Pencil />
        </IconButton>
        <IconButton label={t('Delete {name}', { name })} size="sm" disabled={busy} onClick={onRemove}>
          <Trash2 />
        </IconButton>
      </div>
      {verdict === undefined || verdict === 'running' || verdict.passed ? null : <Failures verdict={verdict} />}
    </li>
  )
}

function VerdictBadge({ verdict }: Pick<TestRowProps, 'verdict'>) {
  if (verdict === undefined) return null
  if (verdict === 'running') return <Badge tone="accent">{t('Running')}</Badge>
  return verdict.passed ? <Badge tone="ok">{t('Passed')}</Badge> : <Badge tone="danger">{t('Failed')}</Badge>
}

function Failures({ verdict }: { readonly verdict: Extract<Verdict, { readonly passed: false }> }) {
  const { reason, failures } = verdict
  return (
    <div className="flex flex-col gap-2">
      {reason === undefined ? null : <p className="rounded-md bg-danger-soft p-2 text-ink">{reason}</p>}
      {failures.map((failure) => (
        <FailureView key={JSON.stringify(failure.expectation)} failure={failure} />
      ))}
    </div>
  )
}

function FailureView({ failure }: { readonly failure: Failure }) {
  const { expectation, actual, stepName } = failure
  const { field, kind, value } = expectation
  const isText = typeof value === 'string' && typeof actual === 'string'
  return (
    <section aria-label={field} className="flex flex-col gap-1 rounded-md border border-danger-line p-2">
      <h4 className="text-ink-soft text-sm">
        <span className="font-mono">{field}</span> {t(kindWords[kind])}
      </h4>
      <p className="text-ink-soft text-sm">
        {stepName === undefined ? t('No step wrote it.') : t('{name} wrote it last.', { name: stepName })}
      </p>
      <ValueChange before={value} after={actual} isText={isText} names={[t('Expected'), t('Instead')]} />
    </section>
  )
}
