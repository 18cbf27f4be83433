import { LoaderCircle } from 'lucide-react'
import { cn } from './cn.ts'

interface SpinnerProps {
  /** Spoken by screen readers. Leave out when the words stand beside it. */
  readonly label?: string
  readonly className?: string
}

/** A turning ring: something is under way. 16 px unless sized by `className`. */
export function Spinner({ label, className }: SpinnerProps) {
  const icon = <LoaderCircle aria-hidden className={cn('size-4 animate-spin', className)} />
  if (label === undefined) return icon
  return (
    <span role="status" className="inline-flex">
      {icon}
      <span className="sr-only">{label}</span>
    </span>
  )
}
