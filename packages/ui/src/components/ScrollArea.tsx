import type { ComponentProps } from 'react'
import { cn } from './cn.ts'

/** A part that scrolls by itself: thin bar, all that is placed in it moves along, the page never does. */
export function ScrollArea({ className, ...rest }: ComponentProps<'div'>) {
  return <div {...rest} className={cn('relative min-h-0 overflow-auto overscroll-contain', className)} />
}
