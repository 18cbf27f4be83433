import type { ReactNode } from 'react'
import { cn } from './cn.ts'

interface EmptyStateProps {
  readonly icon?: ReactNode
  readonly title: string
  /** What could be here, and how it gets here. */
  readonly children?: ReactNode
  /** The button that makes the first one. */
  readonly action?: ReactNode
  readonly className?: string
}

/** What a place says while there is nothing in it. */
export function EmptyState({ icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div className={cn('flex flex-col items-center gap-1 px-6 py-10 text-center', className)}>
      {icon === undefined ? null : (
        <div
          aria-hidden
          className="mb-2 flex size-10 items-center justify-center rounded-xl bg-accent-soft text-accent [&_svg]:size-5"
        >
          {icon}
        </div>
      )}
      <p className="font-medium text-ink">{title}</p>
      {children === undefined ? null : <div className="max-w-72 text-balance text-base text-ink-soft">{children}</div>}
      {action === undefined ? null : <div className="mt-3">{action}</div>}
    </div>
  )
}
