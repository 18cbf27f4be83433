import type { Problem } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { TriangleAlert } from 'lucide-react'

/** The browser could not keep the run: answering still works, but only here and now. */
export function UnkeptNote({ problem }: { readonly problem: Problem }) {
  return (
    <p role="status" className="flex items-start gap-2 rounded-md bg-warn-soft p-2 text-ink">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
      {t('{message} It can go on in this tab, but not after the page was closed or reloaded.', {
        message: t(problem.message),
      })}
    </p>
  )
}
