import { Select } from '../../components/Select.tsx'
import type { ControlProps } from '../FormContext.ts'
import { readText } from './readText.ts'

/** One of a few. */
export function SelectControl({ field, binding }: ControlProps<'select'>) {
  return (
    <Select
      {...binding.aria}
      value={readText(binding.value)}
      options={field.options}
      placeholder={binding.placeholder}
      disabled={binding.disabled}
      onValueChange={(value) => binding.onChange(value, 'now')}
    />
  )
}
