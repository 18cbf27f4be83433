import { Separator as Radix } from 'radix-ui'
import { cn } from './cn.ts'

interface SeparatorProps {
  readonly orientation?: 'horizontal' | 'vertical'
  readonly className?: string
}

/** A hairline between groups. */
export function Separator({ orientation = 'horizontal', className }: SeparatorProps) {
  return (
    <Radix.Root
      decorative
      orientation={orientation}
      className={cn('shrink-0 bg-line', orientation === 'horizontal' ? 'h-px w-full' : 'h-4 w-px', className)}
    />
  )
}
