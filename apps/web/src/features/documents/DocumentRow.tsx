import type { DocumentReference } from '@petal/core/model'
import { IconButton } from '@petal/ui'
import { plural, spokenLanguage, t } from '@petal/ui/language'
import { FileQuestion, FileText, Trash2 } from 'lucide-react'
import type { DocumentFacts } from './useDocumentFacts.ts'

interface DocumentRowProps {
  readonly document: DocumentReference
  /** Undefined while they are being looked up. */
  readonly facts: DocumentFacts | undefined
  readonly onRemove: (() => void) | undefined
}

/** One document: its name, its length, how many passages it gives, and where its text is. */
export function DocumentRow({ document, facts, onRemove }: DocumentRowProps) {
  const { name, text, length = text?.length ?? 0 } = document
  const isMissing = facts?.isHere === false
  const Icon = isMissing ? FileQuestion : FileText
  const pieces = facts?.pieces
  const parts = [
    t('{count} characters', { count: length.toLocaleString(spokenLanguage()) }),
    ...(pieces === undefined
      ? []
      : [plural(pieces, '1 passage', '{pieces} passages', { pieces: pieces.toLocaleString(spokenLanguage()) })]),
    ...(text === undefined ? [t('kept on this device')] : []),
  ]
  return (
    <li className="flex items-start gap-2 px-2 py-1.5">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${isMissing ? 'text-danger' : 'text-ink-faint'}`} />
      <div className="min-w-0 flex-1">
        <p dir="auto" className="break-words text-ink">
          {name}
        </p>
        {isMissing ? (
          <p className="text-danger text-sm">{t('Not on this device: add the same file again.')}</p>
        ) : (
          <p className="text-ink-faint text-sm">{parts.join(' · ')}</p>
        )}
      </div>
      {onRemove === undefined ? null : (
        <IconButton label={t('Remove {name}', { name })} onClick={onRemove}>
          <Trash2 />
        </IconButton>
      )}
    </li>
  )
}
