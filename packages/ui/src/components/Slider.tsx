import { Slider as Radix } from 'radix-ui'
import { cn } from './cn.ts'
import type { ControlAria } from './control.ts'

interface SliderProps extends ControlAria {
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  /** Called for each position while it is dragged. */
  onValueChange(value: number): void
  /** Called once, when it is let go. */
  onValueCommit?(value: number): void
  readonly disabled?: boolean
  readonly className?: string
}

/** A number chosen by dragging, or with the arrow keys. */
export function Slider({
  value,
  min,
  max,
  step,
  onValueChange,
  onValueCommit,
  disabled = false,
  className,
  ...aria
}: SliderProps) {
  return (
    <Radix.Root
      value={[value]}
      min={min}
      max={max}
      step={step}
      disabled={disabled}
      onValueChange={([next]) => next !== undefined && onValueChange(next)}
      onValueCommit={([next]) => next !== undefined && onValueCommit?.(next)}
      className={cn('relative flex h-7 w-full touch-none select-none items-center data-disabled:opacity-50', className)}
    >
      <Radix.Track className="relative h-1 w-full grow rounded-full bg-pressed">
        <Radix.Range className="absolute h-full rounded-full bg-accent-solid" />
      </Radix.Track>
      <Radix.Thumb
        {...aria}
        className="focus-ring block size-3.5 rounded-full border border-line-strong bg-white shadow-md transition-shadow hover:ring-4 hover:ring-focus/15"
      />
    </Radix.Root>
  )
}
