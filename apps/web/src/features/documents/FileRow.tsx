import { IconButton, Spinner } from '@petal/ui'
import { t } from '@petal/ui/language'
import { CircleX, X } from 'lucide-react'
import type { FileState } from './useAddDocuments.ts'

/** A file on its way: how far its reading is, or why it could not be read. */
export function FileRow({ file, onDismiss }: { readonly file: FileState; onDismiss(): void }) {
  const { name, done, total, problem } = file
  return (
    <li className="flex items-start gap-2 px-2 py-1.5">
      {problem === undefined ? (
        <Spinner className="mt-0.5 size-4" />
      ) : (
        <CircleX aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
      )}
      <div className="min-w-0 flex-1">
        <p dir="auto" className="break-words text-ink">
          {name}
        </p>
        {problem === undefined ? (
          <p role="status" className="text-ink-faint text-sm">
            {total === 0 ? t('Reading …') : t('Reading page {done} of {total}', { done, total })}
          </p>
        ) : (
          <p role="alert" className="break-words text-danger text-sm">
            {t(problem.message)} <span className="text-ink-faint">({problem.code})</span>
          </p>
        )}
      </div>
      <IconButton
        label={problem === undefined ? t('Stop reading {name}', { name }) : t('Dismiss {name}', { name })}
        onClick={onDismiss}
      >
        <X />
      </IconButton>
    </li>
  )
}
