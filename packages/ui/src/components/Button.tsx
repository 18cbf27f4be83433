import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { cn } from './cn.ts'
import { Spinner } from './Spinner.tsx'

const variants = {
  primary: 'bg-accent-solid text-accent-ink shadow-sm hover:bg-accent-solid-hover',
  secondary: 'border border-line-strong bg-surface text-ink shadow-sm hover:bg-hover active:bg-pressed',
  ghost: 'text-ink-soft hover:bg-hover hover:text-ink active:bg-pressed',
  danger: 'bg-danger-solid text-white shadow-sm hover:bg-danger-solid-hover',
} as const

const sizes = {
  sm: 'h-6 gap-1 rounded-sm px-2 text-sm',
  md: 'h-7 gap-1.5 rounded-md px-2.5 text-base',
  lg: 'h-8 gap-2 rounded-md px-3 text-base',
} as const

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` once per view; `secondary` is the default; `ghost` where buttons are many. */
  readonly variant?: keyof typeof variants
  readonly size?: keyof typeof sizes
  /** Drawn before the words, 16 px. */
  readonly icon?: ReactNode
  /** Shows a spinner and takes no clicks, without changing the width of the words; it keeps the focus. */
  readonly busy?: boolean
}

/** A button with words. For a picture alone use `IconButton`. */
export function Button({ variant = 'secondary', size = 'md', icon, busy = false, className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      {...(busy ? { 'aria-busy': true, 'aria-disabled': true, onClick: refuse } : {})}
      className={cn(
        'focus-ring inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap font-medium',
        'transition-colors duration-100 disabled:pointer-events-none disabled:opacity-50',
        'aria-disabled:pointer-events-none aria-disabled:opacity-50',
        '[&_svg]:size-3.5 [&_svg]:shrink-0',
        variants[variant],
        sizes[size],
        className,
      )}
    >
      {busy ? <Spinner /> : icon}
      {rest.children}
    </button>
  )
}

function refuse(event: MouseEvent): void {
  event.preventDefault()
}
