import { Switch as Radix } from 'radix-ui'
import { cn } from './cn.ts'
import type { ControlAria } from './control.ts'

interface SwitchProps extends ControlAria {
  readonly checked: boolean
  onCheckedChange(checked: boolean): void
  readonly disabled?: boolean
  readonly className?: string
}

/** On or off, at once. */
export function Switch({ checked, onCheckedChange, disabled = false, className, ...aria }: SwitchProps) {
  return (
    <Radix.Root
      {...aria}
      checked={checked}
      onCheckedChange={onCheckedChange}
      disabled={disabled}
      className={cn(
        'focus-ring relative inline-flex h-4 w-7 shrink-0 items-center rounded-full bg-ink-faint/60 transition-colors duration-100',
        // Around it a finger finds it, too.
        'pointer-coarse:before:absolute pointer-coarse:before:-inset-x-2 pointer-coarse:before:-inset-y-3.5',
        'hover:bg-ink-faint data-[state=checked]:bg-accent-solid disabled:opacity-50',
        className,
      )}
    >
      <Radix.Thumb className="block size-3 translate-x-0.5 rounded-full bg-white shadow-sm transition-transform duration-100 data-[state=checked]:translate-x-3.5" />
    </Radix.Root>
  )
}
