import { TextField } from '../../components/TextField.tsx'
import type { ControlProps } from '../FormContext.ts'
import { emptyAsUnset, readText } from './readText.ts'

/** One line of text. */
export function TextControl({ field, binding }: ControlProps<'text'>) {
  return (
    <TextField
      {...binding.aria}
      value={readText(binding.value)}
      placeholder={binding.placeholder}
      disabled={binding.disabled}
      onChange={(event) => binding.onChange(emptyAsUnset(event.target.value, field), 'burst')}
      onBlur={binding.onBlur}
    />
  )
}
