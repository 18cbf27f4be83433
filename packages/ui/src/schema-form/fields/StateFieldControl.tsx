import { Combobox } from '../../components/Combobox.tsx'
import { t } from '../../language/index.ts'
import { type ControlProps, useFormState } from '../FormContext.ts'
import { emptyAsUnset, readText } from './readText.ts'

/** The name of a state field: one there is, or a new one. */
export function StateFieldControl({ field, binding }: ControlProps<'stateField'>) {
  const { stateFields } = useFormState()
  const options = stateFields.map(({ name, type, description }) => ({
    value: name,
    hint: type,
    ...(description === undefined ? {} : { description }),
  }))
  return (
    <Combobox
      {...binding.aria}
      mono
      value={readText(binding.value)}
      options={options}
      placeholder={binding.placeholder ?? t('Choose or name a field')}
      disabled={binding.disabled}
      onValueChange={(value) => binding.onChange(emptyAsUnset(value, field), 'burst')}
      onBlur={binding.onBlur}
    />
  )
}
