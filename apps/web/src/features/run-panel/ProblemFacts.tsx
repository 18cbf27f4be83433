import type { Problem } from '@petal/core/model'

/** Who was asked, with which status, how often: what is known about a problem in figures. */
export function ProblemFacts({ problem: { cause } }: { readonly problem: Problem }) {
  const facts = [
    ['Host', cause?.host],
    ['Model', cause?.model],
    ['Status', cause?.status],
    ['Code', cause?.providerCode],
    ['Tries', cause?.tries],
    ['Line', cause?.line === undefined ? undefined : `${cause.line}, column ${cause.column ?? 1}`],
  ].flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]))
  if (facts.length === 0) return null
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-0.5 text-ink-soft text-sm">
      {facts.map(({ label, value }) => (
        <div key={label} className="flex gap-1">
          <dt className="text-ink-faint">{label}</dt>
          <dd className="font-mono">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
