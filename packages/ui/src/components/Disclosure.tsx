import { ChevronRight } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { cn } from './cn.ts'

interface DisclosureProps {
  readonly title: ReactNode
  readonly children: ReactNode
  readonly defaultOpen?: boolean
  /** Opens it whenever this becomes another number. */
  readonly openRequest?: number | undefined
  /** A dot after the title while it is closed: there is something to see inside. */
  readonly dot?: 'accent' | 'danger' | undefined
  /** What the dot means, for the tooltip and for screen readers. */
  readonly dotLabel?: string | undefined
  /** Stands at the right end of the row, outside the button. */
  readonly trailing?: ReactNode
  readonly className?: string
}

/** A row that folds what is under it. What is folded away is not mounted. */
export function Disclosure({
  title,
  children,
  defaultOpen = false,
  openRequest,
  dot,
  dotLabel,
  trailing,
  className,
}: DisclosureProps) {
  const [open, setOpen] = useState(defaultOpen || openRequest !== undefined)
  const [seen, setSeen] = useState(openRequest)
  const id = useId()
  if (openRequest !== seen) {
    setSeen(openRequest)
    if (openRequest !== undefined) setOpen(true)
  }
  return (
    <div className={className}>
      <div className="group/disclosure flex items-center gap-1">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
          className="focus-ring -ml-1 flex h-7 min-w-0 flex-1 items-center gap-1 rounded-md pr-2 pl-1 text-left font-medium text-ink-soft text-sm hover:bg-hover hover:text-ink"
        >
          <ChevronRight
            aria-hidden
            className={cn('size-3.5 shrink-0 text-ink-faint transition-transform duration-100', open && 'rotate-90')}
          />
          <span className="min-w-0 truncate">{title}</span>
          {dot === undefined || open ? null : (
            <span
              role="img"
              aria-label={dotLabel}
              title={dotLabel}
              className={cn('size-1.5 shrink-0 rounded-full', dot === 'danger' ? 'bg-danger' : 'bg-accent-solid')}
            />
          )}
        </button>
        {trailing}
      </div>
      <div id={id} hidden={!open}>
        {open ? children : null}
      </div>
    </div>
  )
}
