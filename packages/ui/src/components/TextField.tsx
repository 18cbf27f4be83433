import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn.ts'
import { controlClass } from './control.ts'

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'prefix' | 'size'> {
  /** Stands inside, before the text: an icon or a unit. */
  readonly prefix?: ReactNode
  /** Stands inside, after the text. */
  readonly suffix?: ReactNode
  readonly size?: 'sm' | 'md' | 'lg'
  /** For code, names and numbers. */
  readonly mono?: boolean
}

const heights = { sm: 'h-6', md: 'h-7', lg: 'h-8' } as const

/** One line of text. */
export function TextField({ prefix, suffix, size = 'md', mono = false, className, ...rest }: TextFieldProps) {
  const font = mono ? 'font-mono text-sm' : ''
  if (prefix === undefined && suffix === undefined) {
    return <input type="text" {...rest} className={cn(controlClass, heights[size], font, className)} />
  }
  return (
    <div
      aria-invalid={rest['aria-invalid']}
      className={cn(
        controlClass,
        heights[size],
        'flex items-center gap-1.5 [&_svg]:size-3.5 [&_svg]:text-ink-faint',
        className,
      )}
    >
      {prefix}
      <input
        type="text"
        {...rest}
        className={cn('h-full min-w-0 flex-1 bg-transparent outline-none placeholder:text-ink-faint', font)}
      />
      {suffix}
    </div>
  )
}
