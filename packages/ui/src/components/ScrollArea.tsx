import type { ComponentProps } from 'react'
import { cn } from './cn.ts'

/** A part that scrolls by itself, with a thin bar, with all that is placed in it, and without moving the page at its end. */
export function ScrollArea({ className, ...rest }: ComponentProps<'div'>) {
  return <div {...rest} className={cn('relative min-h-0 overflow-auto overscroll-contain', className)} />
}
