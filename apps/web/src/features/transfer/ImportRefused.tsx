import type { Problem } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { CircleX } from 'lucide-react'
import type { ImportPlan } from './planImport.ts'

/** How many single problems of a refused file are listed. */
const LISTED = 8

/** Why a file cannot be opened: what is wrong, where, and the code to look up. The open agent is as it was. */
export function ImportRefused({ plan }: { readonly plan: Extract<ImportPlan, { readonly ok: false }> }) {
  const { problem, problems, source } = plan
  const details = problems.filter((detail) => detail.message !== problem.message)
  return (
    <div role="alert" className="mb-3 flex gap-2.5 rounded-lg border border-danger-line bg-danger-soft p-3">
      <CircleX aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
      <div className="min-w-0">
        <p className="break-words font-medium text-ink">{t('{name} cannot be opened', { name: source.name })}</p>
        <p dir="auto" className="break-words text-ink">
          {t(problem.message)}
        </p>
        <p className="text-ink-faint text-sm">
          {placeOf(problem)}
          {problem.code}
        </p>
        {details.length === 0 ? null : (
          <ul className="mt-2 flex flex-col gap-0.5 text-ink-soft text-sm">
            {details.slice(0, LISTED).map((detail) => (
              <li key={`${detail.path} ${t(detail.message)}`} className="break-words">
                {placeOf(detail)}
                {t(detail.message)}
              </li>
            ))}
            {details.length > LISTED ? <li>{t('and {value} more', { value: details.length - LISTED })}</li> : null}
          </ul>
        )}
      </div>
    </div>
  )
}

/** Where in the file, unless the message itself begins with it. */
function placeOf({ path, cause, message }: Problem): string {
  if (cause?.line !== undefined)
    return `${t('Line {line}, column {column}', { line: cause.line, column: cause.column ?? 1 })} · `
  return path === undefined || path === '' || message.startsWith(`${path}:`) ? '' : `${path} · `
}
