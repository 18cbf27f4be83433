import { cn } from '@petal/ui'

interface ProviderTabProps {
  readonly label: string
  readonly chosen: boolean
  /** Takes the focus when the dialog opens. */
  readonly focused: boolean
  onChoose(): void
}

/** One provider in the list. */
export function ProviderTab({ label, chosen, focused, onChoose }: ProviderTabProps) {
  return (
    <button
      type="button"
      aria-current={chosen}
      // biome-ignore lint/a11y/noAutofocus: a dialog takes the focus, and this is where it begins
      autoFocus={focused}
      onClick={onChoose}
      className={cn(
        'focus-ring min-h-7 shrink-0 rounded-md px-2 py-1 text-left text-ink-soft hover:bg-hover max-sm:whitespace-nowrap',
        chosen && 'bg-accent-soft font-medium text-ink hover:bg-accent-soft',
      )}
    >
      {label}
    </button>
  )
}
