import { Combobox } from '../../components/Combobox.tsx'
import { t } from '../../language/index.ts'
import { type ControlProps, useFormState } from '../FormContext.ts'
import { readText } from './readText.ts'

/** The name of one of the agent's tools. */
export function ToolNameControl({ binding }: ControlProps<'toolName'>) {
  const { tools } = useFormState()
  return (
    <Combobox
      {...binding.aria}
      mono
      value={readText(binding.value)}
      options={tools.map(({ name, description }) => ({
        value: name,
        ...(description === undefined ? {} : { description }),
      }))}
      placeholder={binding.placeholder ?? t('Choose a tool')}
      disabled={binding.disabled}
      onValueChange={(value) => binding.onChange(value, 'burst')}
      onBlur={binding.onBlur}
    />
  )
}
