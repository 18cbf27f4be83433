import type { ComponentProps } from 'react'
import { cn } from './cn.ts'

/** A part that scrolls by itself, with a thin bar and without moving the page when its end is reached. */
export function ScrollArea({ className, ...rest }: ComponentProps<'div'>) {
  return <div {...rest} className={cn('min-h-0 overflow-auto overscroll-contain', className)} />
}
