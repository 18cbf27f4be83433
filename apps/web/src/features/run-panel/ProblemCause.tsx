import type { Problem } from '@petal/core/model'
import { Disclosure } from '@petal/ui'
import { t } from '@petal/ui/language'

/** The cause of a problem: the provider's own words, and everything that is known, folded. */
export function ProblemCause({ problem }: { readonly problem: Problem }) {
  const { cause } = problem
  return (
    <>
      {cause?.text === undefined ? null : (
        <figure>
          <figcaption className="text-ink-faint text-xs">{t('In the provider’s own words')}</figcaption>
          <pre
            dir="auto"
            className="mt-0.5 max-h-40 overflow-auto whitespace-pre-wrap break-words rounded-md bg-surface p-2 font-mono text-ink text-sm"
          >
            {cause.text}
          </pre>
        </figure>
      )}
      <Disclosure title={t('Details ({code})', { code: problem.code })}>
        <pre className="max-h-60 overflow-auto whitespace-pre-wrap break-words font-mono text-ink-soft text-sm">
          {JSON.stringify(problem, undefined, 2)}
        </pre>
      </Disclosure>
    </>
  )
}
