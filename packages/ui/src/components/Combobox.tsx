import { TextField } from './TextField.tsx'
import type { ControlAria } from './control.ts'

export interface ComboboxOption {
  readonly value: string
  readonly label?: string
  /** Small type at the right: a type or a price. */
  readonly hint?: string
  readonly description?: string
}

interface ComboboxProps extends ControlAria {
  readonly value: string
  onValueChange(value: string): void
  readonly options: readonly ComboboxOption[]
  readonly placeholder?: string | undefined
  readonly mono?: boolean
  onBlur?(): void
}

/** One line of text with suggestions: any text is allowed. */
export function Combobox({ value, onValueChange, options: _options, ...rest }: ComboboxProps) {
  return <TextField {...rest} value={value} onChange={(event) => onValueChange(event.target.value)} />
}
