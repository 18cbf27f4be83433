import { useWatch } from 'react-hook-form'
import { Combobox } from '../../components/Combobox.tsx'
import { t } from '../../language/index.ts'
import { type ControlProps, useFormState } from '../FormContext.ts'
import { emptyAsUnset, readText } from './readText.ts'

/** The name of a field of the agent that another field of the form names. */
export function AgentFieldControl({ field, binding }: ControlProps<'agentField'>) {
  const { agents, control } = useFormState()
  const agentId: unknown = useWatch({ name: field.agentFrom, control })
  const fields = agents.find(({ id }) => id === agentId)?.fields ?? []
  const options = fields
    .filter(({ isInput }) => isInput || field.agentPart === 'all')
    .map(({ name, type, description }) => ({
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
      placeholder={binding.placeholder ?? t('Choose a field of the agent')}
      disabled={binding.disabled}
      onValueChange={(value) => binding.onChange(emptyAsUnset(value, field), 'burst')}
      onBlur={binding.onBlur}
    />
  )
}
