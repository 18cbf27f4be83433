import { type KeyboardEvent, useRef } from 'react'
import { useOutlineHand } from './OutlineHand.ts'

interface NameInputProps {
  readonly label: string
  readonly name: string
  onRename(name: string): void
}

/** Renames in place: Enter or a press elsewhere takes the new name, Escape keeps the old one. */
export function NameInput({ label, name, onRename }: NameInputProps) {
  const { close } = useOutlineHand()
  const isGivenUp = useRef(false)
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation()
    // The Enter that ends a composition belongs to it.
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    isGivenUp.current = event.key === 'Escape'
    // The row takes the focus, and so this ends.
    event.currentTarget.closest<HTMLElement>('[role="row"]')?.focus()
  }
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: it is opened to be written in
      autoFocus
      aria-label={label}
      defaultValue={name}
      maxLength={120}
      spellCheck={false}
      className="focus-ring h-7 w-full min-w-0 rounded-md border border-line-strong bg-surface px-1.5 font-semibold text-ink pointer-coarse:h-9"
      onFocus={(event) => event.currentTarget.select()}
      onKeyDown={onKeyDown}
      onBlur={({ currentTarget }) => {
        const words = currentTarget.value.trim()
        if (!isGivenUp.current && words !== name) onRename(words)
        close('name')
      }}
    />
  )
}
