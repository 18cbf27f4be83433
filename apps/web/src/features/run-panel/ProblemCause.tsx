import type { Problem } from '@petal/core/model'
import { Disclosure } from '@petal/ui'

/** The cause of a problem as far as it is known: who was asked, what they answered, the code to search for. */
export function ProblemCause({ problem }: { readonly problem: Problem }) {
  const { cause } = problem
  const facts = [
    ['Host', cause?.host],
    ['Model', cause?.model],
    ['Status', cause?.status],
    ['Code', cause?.providerCode],
    ['Tries', cause?.tries],
    ['Line', cause?.line === undefined ? undefined : `${cause.line}, column ${cause.column ?? 1}`],
  ].flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]))
  return (
    <>
      {facts.length === 0 ? null : (
        <dl className="flex flex-wrap gap-x-4 gap-y-0.5 text-ink-soft text-sm">
          {facts.map(({ label, value }) => (
            <div key={label} className="flex gap-1">
              <dt className="text-ink-faint">{label}</dt>
              <dd className="font-mono">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {cause?.text === undefined ? null : (
        <figure>
          <figcaption className="text-ink-faint text-xs">In the provider’s own words</figcaption>
          <pre
            dir="auto"
            className="mt-0.5 max-h-40 overflow-auto whitespace-pre-wrap break-words rounded-md bg-surface p-2 font-mono text-ink text-sm"
          >
            {cause.text}
          </pre>
        </figure>
      )}
      <Disclosure title={`Details (${problem.code})`}>
        <pre className="max-h-60 overflow-auto whitespace-pre-wrap break-words font-mono text-ink-soft text-sm">
          {JSON.stringify(problem, undefined, 2)}
        </pre>
      </Disclosure>
    </>
  )
}
