import { Check, ChevronDown } from 'lucide-react'
import { Select as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from './cn.ts'
import { controlClass, type ControlAria } from './control.ts'
import { menuRow } from './menuEntry.ts'

// Radix reserves the empty value for "nothing chosen".
const emptyValue = ' '

export interface SelectOption {
  readonly value: string
  readonly label: string
  /** A second line, in the list only. */
  readonly description?: string
  readonly icon?: ReactNode
  readonly disabled?: boolean
}

interface SelectProps extends ControlAria {
  readonly value: string
  onValueChange(value: string): void
  readonly options: readonly SelectOption[]
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly size?: 'sm' | 'md'
  readonly className?: string
}

/** A choice of one among a few. For many, or for free text, use `Combobox`. */
export function Select({ value, onValueChange, options, placeholder, disabled = false, size = 'md', className, ...aria }: SelectProps) {
  return (
    <Radix.Root
      value={value === '' && !options.some((option) => option.value === '') ? '' : encode(value)}
      onValueChange={(next) => onValueChange(next === emptyValue ? '' : next)}
      disabled={disabled}
    >
      <Radix.Trigger
        {...aria}
        className={cn(controlClass, size === 'sm' ? 'h-6' : 'h-7', 'flex items-center gap-2 text-left data-placeholder:text-ink-faint', className)}
      >
        <span className="min-w-0 flex-1 truncate">
          <Radix.Value placeholder={placeholder ?? 'Choose…'} />
        </span>
        <ChevronDown aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) max-w-96 animate-pop-in rounded-lg bg-raised text-ink shadow-lg"
        >
          <Radix.Viewport className="p-1">
            {options.map((option) => (
              <Radix.Item key={option.value} value={encode(option.value)} disabled={option.disabled ?? false} className={menuRow}>
                {option.icon}
                <span className="flex min-w-0 flex-1 flex-col">
                  <Radix.ItemText>{option.label}</Radix.ItemText>
                  {option.description === undefined ? null : (
                    <span className="text-ink-faint text-sm">{option.description}</span>
                  )}
                </span>
                <Radix.ItemIndicator>
                  <Check aria-hidden className="text-accent" />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function encode(value: string): string {
  return value === '' ? emptyValue : value
}
