import type { ReactNode } from 'react'
import { cn } from './cn.ts'

const tones = {
  neutral: 'bg-pressed/60 text-ink-soft',
  accent: 'bg-accent-soft text-accent',
  danger: 'bg-danger-soft text-danger',
  warn: 'bg-warn-soft text-warn',
  ok: 'bg-ok-soft text-ok',
  info: 'bg-info-soft text-info',
} as const

export type Tone = keyof typeof tones

interface BadgeProps {
  readonly tone?: Tone
  readonly icon?: ReactNode
  readonly children: ReactNode
  readonly title?: string
  readonly className?: string
}

/** A short word or a count, in a colour that says how much it matters. */
export function Badge({ tone = 'neutral', icon, children, title, className }: BadgeProps) {
  return (
    <span
      title={title}
      className={cn(
        'inline-flex h-4 min-w-4 shrink-0 items-center justify-center gap-1 rounded-sm px-1 font-medium text-xs tabular-nums [&_svg]:size-3',
        tones[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  )
}
