import type { ComponentProps } from 'react'
import { cn } from './cn.ts'
import { controlClass } from './control.ts'

interface TextAreaProps extends ComponentProps<'textarea'> {
  /** For code and JSON. */
  readonly mono?: boolean
}

/** Several lines of text. It grows with what is written, up to `max-h-80` unless `className` says otherwise. */
export function TextArea({ mono = false, className, ...rest }: TextAreaProps) {
  return (
    <textarea
      rows={3}
      {...rest}
      className={cn(
        controlClass,
        'field-sizing-content block max-h-80 min-h-16 resize-y py-1.5',
        mono && 'font-mono text-sm',
        className,
      )}
    />
  )
}
