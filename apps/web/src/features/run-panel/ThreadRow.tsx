import { cn, IconButton, TextField } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Check, Pencil, Trash2 } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { relativeTime } from '../../look/relativeTime.ts'
import type { ThreadRecord } from '../../storage/LibrarySchema.ts'

interface ThreadRowProps {
  readonly thread: ThreadRecord
  /** True for the thread that goes on. */
  readonly current: boolean
  /** True while a run is under way: then no thread can be left or deleted. */
  readonly busy: boolean
  onOpen(): void
  onRename(name: string): void
  onDelete(): void
}

/** One conversation: a click goes on with it. */
export function ThreadRow({ thread, current, busy, onOpen, onRename, onDelete }: ThreadRowProps) {
  const [renaming, setRenaming] = useState(false)
  const { name, lastTurn, updatedAt } = thread
  if (renaming) {
    const end = (text?: string) => {
      setRenaming(false)
      if (text !== undefined && text !== name) onRename(text)
    }
    return (
      <li className="px-2 py-1.5">
        <NameField name={name} onEnd={end} />
      </li>
    )
  }
  return (
    <li className="group flex items-center gap-0.5 rounded-md pr-1 hover:bg-hover">
      <button
        type="button"
        aria-current={current ? 'true' : undefined}
        disabled={busy}
        onClick={onOpen}
        className="focus-ring flex min-w-0 flex-1 items-start gap-2 rounded-md px-2 py-1.5 text-left disabled:opacity-60"
      >
        <Check aria-hidden className={cn('mt-0.5 size-3.5 shrink-0 text-accent', current ? '' : 'invisible')} />
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <span dir="auto" className="min-w-0 flex-1 truncate font-medium text-ink">
              {name}
            </span>
            <span className="shrink-0 text-ink-faint text-xs">{relativeTime(updatedAt, Date.now())}</span>
          </span>
          <span dir="auto" className="block truncate text-ink-soft text-sm">
            {lastTurn}
          </span>
        </span>
      </button>
      <IconButton label={t('Rename {name}', { name })} size="sm" onClick={() => setRenaming(true)}>
        <Pencil />
      </IconButton>
      <IconButton label={t('Delete {name}', { name })} size="sm" disabled={busy} onClick={onDelete}>
        <Trash2 />
      </IconButton>
    </li>
  )
}

/** Enter or leaving the field takes the name; Escape leaves it as it was, and closes nothing else. */
function NameField({ name, onEnd }: { readonly name: string; onEnd(text?: string): void }) {
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    event.stopPropagation()
    onEnd(event.key === 'Enter' ? event.currentTarget.value : undefined)
  }
  return (
    <TextField
      autoFocus
      aria-label={t('Name of the thread')}
      data-owns-escape
      defaultValue={name}
      onFocus={(event) => event.target.select()}
      onBlur={(event) => onEnd(event.target.value)}
      onKeyDown={onKeyDown}
    />
  )
}
