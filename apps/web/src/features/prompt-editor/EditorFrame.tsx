import { cn } from '@petal/ui'
import type { ReactNode } from 'react'

interface EditorFrameProps {
  readonly invalid: boolean
  readonly disabled: boolean
  /** Small buttons at the top right, shown while the pointer or the focus is here. */
  readonly tools?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** The border of an editor: the same as that of every other control. */
export function EditorFrame({ invalid, disabled, tools, className, children }: EditorFrameProps) {
  return (
    <div
      aria-invalid={invalid || undefined}
      className={cn(
        'group/editor focus-field relative overflow-clip rounded-md border border-line-strong bg-surface text-base text-ink shadow-sm',
        'hover:border-ink-faint/50 aria-invalid:border-danger dark:bg-sunken',
        disabled && 'bg-sunken text-ink-disabled',
        className,
      )}
    >
      {children}
      {tools === undefined ? null : (
        <div className="absolute right-1 bottom-1 flex gap-0.5 rounded-md bg-surface/90 pointer-coarse:opacity-100 opacity-0 focus-within:opacity-100 group-focus-within/editor:opacity-100 group-hover/editor:opacity-100 dark:bg-sunken/90">
          {tools}
        </div>
      )}
    </div>
  )
}
