import type { ComponentProps } from 'react'
import { cn } from './cn.ts'
import { Tooltip } from './Tooltip.tsx'

const variants = {
  ghost:
    'text-ink-soft hover:bg-hover hover:text-ink active:bg-pressed data-[state=open]:bg-pressed aria-pressed:bg-accent-soft aria-pressed:text-accent',
  secondary: 'border border-line-strong bg-surface text-ink-soft shadow-sm hover:bg-hover hover:text-ink',
  primary: 'bg-accent-solid text-accent-ink hover:bg-accent-solid-hover',
} as const

const sizes = { sm: 'size-6 rounded-sm', md: 'size-7 rounded-md', lg: 'size-8 rounded-md' } as const

export interface IconButtonProps extends ComponentProps<'button'> {
  /** What it does, as a verb: its name for screen readers and its tooltip. */
  readonly label: string
  /** Keys such as `Mod+Z`, shown in the tooltip. */
  readonly shortcut?: string | undefined
  readonly variant?: keyof typeof variants
  readonly size?: keyof typeof sizes
  readonly tooltipSide?: 'top' | 'right' | 'bottom' | 'left'
}

/** A button that is only a picture. */
export function IconButton({ label, shortcut, variant = 'ghost', size = 'md', tooltipSide, ...rest }: IconButtonProps) {
  return (
    <Tooltip content={label} shortcut={shortcut} side={tooltipSide ?? 'bottom'}>
      <button
        type="button"
        aria-label={label}
        {...rest}
        className={cn(
          'focus-ring inline-flex shrink-0 select-none items-center justify-center transition-colors duration-100',
          'disabled:pointer-events-none disabled:text-ink-disabled [&_svg]:size-4',
          variants[variant],
          sizes[size],
          rest.className,
        )}
      />
    </Tooltip>
  )
}
