import type { ComponentProps } from 'react'
import { cn } from './cn.ts'

/** A raised rectangle that holds one thing. */
export function Card({ className, ...rest }: ComponentProps<'div'>) {
  return <div {...rest} className={cn('rounded-lg border border-line bg-surface p-3 shadow-sm', className)} />
}
