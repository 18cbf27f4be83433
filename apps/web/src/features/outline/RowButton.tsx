import { cn, IconButton, type IconButtonProps } from '@petal/ui'

/** A button in a row: reached with the right arrow, and large enough for a finger. */
export function RowButton({ className, ...rest }: IconButtonProps) {
  return <IconButton tabIndex={-1} size="md" {...rest} className={cn('pointer-coarse:size-11', className)} />
}
