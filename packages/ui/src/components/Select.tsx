import { ChevronDown } from 'lucide-react'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { t } from '../language/index.ts'
import { cn } from './cn.ts'
import { type ControlAria, controlClass } from './control.ts'
import { Listbox, type ListboxOption, optionId } from './Listbox.tsx'
import { ListboxPopover } from './ListboxPopover.tsx'
import { findByTyping, moveActive } from './moveActive.ts'

export type SelectOption = Omit<ListboxOption, 'hint'>

interface SelectProps extends ControlAria {
  readonly value: string
  onValueChange(value: string): void
  readonly options: readonly SelectOption[]
  readonly placeholder?: string | undefined
  readonly disabled?: boolean
  readonly size?: 'sm' | 'md'
  readonly className?: string
}

const typingPause = 700

/**
 * A choice of one among a few. For many, or for free text, use `Combobox`.
 * Radix's own select writes `innerHTML`, which the page's Trusted Types policy forbids; this one does not.
 */
export function Select(props: SelectProps) {
  const { value, onValueChange, options, placeholder, disabled = false, size = 'md', className, ...aria } = props
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const typed = useRef({ text: '', at: 0 })
  const listId = useId()
  const selected = options.findIndex((option) => option.value === value)
  const chosen = options[selected]

  const show = () => {
    setActive(Math.max(selected, 0))
    setOpen(true)
  }
  const choose = (option: ListboxOption | undefined) => {
    setOpen(false)
    if (option !== undefined && option.value !== value) onValueChange(option.value)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = keyTarget(event, { open, active, selected, options, typed: typed.current })
    if (next === undefined) return
    event.preventDefault()
    if (next === 'show') show()
    else if (next === 'choose') choose(options[active])
    else setActive(next)
  }
  const anchor = (
    <button
      type="button"
      {...aria}
      role="combobox"
      aria-haspopup="listbox"
      aria-expanded={open}
      aria-controls={listId}
      aria-activedescendant={open && active >= 0 ? optionId(listId, active) : undefined}
      disabled={disabled}
      onClick={() => (open ? setOpen(false) : show())}
      onBlur={() => setOpen(false)}
      onKeyDown={onKeyDown}
      className={cn(controlClass, size === 'sm' ? 'h-6' : 'h-7', 'flex items-center gap-2 text-left', className)}
    >
      {chosen?.icon}
      <span className={cn('min-w-0 flex-1 truncate', chosen === undefined && 'text-ink-faint')}>
        {chosen?.label ?? (value === '' ? (placeholder ?? t('Choose…')) : value)}
      </span>
      <ChevronDown aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
    </button>
  )
  return (
    <ListboxPopover open={open} onOpenChange={setOpen} anchor={anchor}>
      <Listbox
        id={listId}
        label={aria['aria-label'] ?? t('Options')}
        options={options}
        active={active}
        selected={value}
        onActiveChange={setActive}
        onChoose={choose}
      />
    </ListboxPopover>
  )
}

interface KeyState {
  readonly open: boolean
  readonly active: number
  readonly selected: number
  readonly options: readonly ListboxOption[]
  readonly typed: { text: string; at: number }
}

/** What a key asks for: open the list, take the active option, go to an option, or nothing of ours. */
function keyTarget(event: KeyboardEvent, state: KeyState): 'show' | 'choose' | number | undefined {
  const { key } = event
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined
  if (!state.open) return ['ArrowDown', 'ArrowUp', 'Enter', ' '].includes(key) ? 'show' : undefined
  if (key === 'ArrowDown') return moveActive(state.options, state.active, 1)
  if (key === 'ArrowUp') return moveActive(state.options, state.active, -1)
  if (key === 'Home') return moveActive(state.options, -1, 1)
  if (key === 'End') return moveActive(state.options, state.options.length, -1)
  if (key === 'Enter' || (key === ' ' && state.typed.text === '')) return 'choose'
  if (key.length !== 1) return undefined
  state.typed.text = event.timeStamp - state.typed.at > typingPause ? key : state.typed.text + key
  state.typed.at = event.timeStamp
  return findByTyping(state.options, state.active, state.typed.text)
}
