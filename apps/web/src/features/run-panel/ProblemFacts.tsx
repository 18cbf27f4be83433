import type { Problem } from '@petal/core/model'
import { msg, t } from '@petal/ui/language'

/** Who was asked, with which status, how often: what is known about a problem in figures. */
export function ProblemFacts({ problem: { cause } }: { readonly problem: Problem }) {
  const known: readonly (readonly [label: string, value: string | number | undefined])[] = [
    [msg('Host'), cause?.host],
    [msg('Model'), cause?.model],
    [msg('Status'), cause?.status],
    [msg('Code'), cause?.providerCode],
    [msg('Tries'), cause?.tries],
    [
      msg('Line'),
      cause?.line === undefined
        ? undefined
        : t('{line}, column {column}', { line: cause.line, column: cause.column ?? 1 }),
    ],
  ]
  const facts = known.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]))
  if (facts.length === 0) return null
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-0.5 text-ink-soft text-sm">
      {facts.map(({ label, value }) => (
        <div key={label} className="flex gap-1">
          <dt className="text-ink-faint">{t(label)}</dt>
          <dd className="font-mono">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
