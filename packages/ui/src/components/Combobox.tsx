import { ChevronDown } from 'lucide-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { t } from '../language/index.ts'
import { cn } from './cn.ts'
import { type ControlAria, controlClass } from './control.ts'
import { Listbox, type ListboxOption, optionId } from './Listbox.tsx'
import { ListboxPopover } from './ListboxPopover.tsx'
import { moveActive } from './moveActive.ts'

export interface ComboboxOption extends Omit<ListboxOption, 'label'> {
  /** Default: the value. */
  readonly label?: string
}

interface ComboboxProps extends ControlAria {
  readonly value: string
  onValueChange(value: string): void
  readonly options: readonly ComboboxOption[]
  readonly placeholder?: string | undefined
  readonly disabled?: boolean
  /** For names and code. */
  readonly mono?: boolean
  readonly className?: string
  onBlur?(): void
}

/** One line of text with suggestions. Any text is allowed; the list narrows while typing. */
export function Combobox(props: ComboboxProps) {
  const { value, onValueChange, options, placeholder, disabled, mono = false, className, onBlur, ...aria } = props
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  // Opened by the arrow or a click, the list is whole; typing narrows it.
  const [narrowed, setNarrowed] = useState(false)
  const listId = useId()
  const shown = matching(options, narrowed ? value : '')

  const show = (isNarrowed: boolean) => {
    setNarrowed(isNarrowed)
    setActive(isNarrowed ? -1 : shown.findIndex((option) => option.value === value))
    setOpen(true)
  }
  const choose = (option: ListboxOption) => {
    setOpen(false)
    onValueChange(option.value)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) show(false)
      else setActive(moveActive(shown, active, event.key === 'ArrowDown' ? 1 : -1))
      return
    }
    const option = shown[active]
    if (event.key !== 'Enter' || !open || option === undefined) return
    event.preventDefault()
    choose(option)
  }
  const anchor = (
    <div aria-invalid={aria['aria-invalid']} className={cn(controlClass, 'flex h-7 items-center pr-0.5', className)}>
      <input
        {...aria}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={open && shown.length > 0}
        aria-controls={listId}
        aria-activedescendant={open && active >= 0 ? optionId(listId, active) : undefined}
        disabled={disabled}
        placeholder={placeholder}
        value={value}
        onChange={(event) => {
          onValueChange(event.target.value)
          show(true)
        }}
        onClick={() => (open ? setOpen(false) : show(false))}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setOpen(false)
          onBlur?.()
        }}
        className={cn(
          'h-full min-w-0 flex-1 bg-transparent outline-none placeholder:font-sans placeholder:text-ink-faint',
          mono && 'font-mono text-sm',
        )}
      />
      <ChevronDown aria-hidden className="pointer-events-none mx-1 size-3.5 shrink-0 text-ink-faint" />
    </div>
  )
  return (
    <ListboxPopover open={open && shown.length > 0} onOpenChange={setOpen} anchor={anchor}>
      <Listbox
        id={listId}
        label={aria['aria-label'] ?? t('Suggestions')}
        options={shown}
        active={active}
        selected={value}
        mono={mono}
        onActiveChange={setActive}
        onChoose={choose}
      />
    </ListboxPopover>
  )
}

function matching(options: readonly ComboboxOption[], text: string): readonly ListboxOption[] {
  const needle = text.trim().toLowerCase()
  return options
    .map((option) => ({ ...option, label: option.label ?? option.value }))
    .filter((option) => `${option.value} ${option.label}`.toLowerCase().includes(needle))
}
