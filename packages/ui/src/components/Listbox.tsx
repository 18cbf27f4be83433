import { Check } from 'lucide-react'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { cn } from './cn.ts'
import { menuRow } from './menuEntry.ts'

export interface ListboxOption {
  readonly value: string
  readonly label: string
  /** A second line in small type. */
  readonly description?: string
  /** Small type at the right end. */
  readonly hint?: string
  readonly icon?: ReactNode
  readonly disabled?: boolean
}

interface ListboxProps {
  readonly id: string
  readonly label: string
  readonly options: readonly ListboxOption[]
  /** Index of the option that the keyboard is at; -1 for none. */
  readonly active: number
  readonly selected: string
  onActiveChange(index: number): void
  onChoose(option: ListboxOption): void
  readonly mono?: boolean
}

/** The id of an option, for `aria-activedescendant`. */
export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`
}

/** The list that `Select` and `Combobox` open. Focus stays where it was: the owner handles the keys. */
export function Listbox({
  id,
  label,
  options,
  active,
  selected,
  onActiveChange,
  onChoose,
  mono = false,
}: ListboxProps) {
  const list = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    list.current?.querySelector(`[id="${optionId(id, active)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active])
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={label}
      className="max-h-72 overflow-y-auto overscroll-contain p-1"
    >
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: an option of a listbox that keeps focus elsewhere
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the combobox
        <div
          key={option.value}
          id={optionId(id, index)}
          role="option"
          aria-selected={option.value === selected}
          aria-disabled={option.disabled || undefined}
          data-highlighted={index === active ? '' : undefined}
          data-disabled={option.disabled ? '' : undefined}
          onPointerMove={() => index !== active && onActiveChange(index)}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => option.disabled !== true && onChoose(option)}
          className={menuRow}
        >
          {option.icon}
          <span className="flex min-w-0 flex-1 flex-col">
            <span className={cn('truncate', mono && 'font-mono text-sm')}>{option.label}</span>
            {option.description === undefined ? null : (
              <span className="text-ink-faint text-sm">{option.description}</span>
            )}
          </span>
          {option.hint === undefined ? null : <span className="shrink-0 text-ink-faint text-sm">{option.hint}</span>}
          <Check aria-hidden className={cn('text-accent!', option.value !== selected && 'invisible')} />
        </div>
      ))}
    </div>
  )
}
