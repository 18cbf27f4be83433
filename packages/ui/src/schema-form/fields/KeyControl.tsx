import { KeyRound } from 'lucide-react'
import { Combobox } from '../../components/Combobox.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { t } from '../../language/index.ts'
import { type ControlProps, useFormState } from '../FormContext.ts'
import { emptyAsUnset, readText } from './readText.ts'

/** The name of a saved key. The key itself is never seen here. */
export function KeyControl({ field, binding }: ControlProps<'key'>) {
  const { keys, onManageKeys } = useFormState()
  return (
    <div className="flex gap-1">
      <Combobox
        {...binding.aria}
        mono
        value={readText(binding.value)}
        options={keys.map((value) => ({ value, hint: t('saved') }))}
        placeholder={binding.placeholder ?? t('Name of a key')}
        disabled={binding.disabled}
        onValueChange={(value) => binding.onChange(emptyAsUnset(value, field), 'burst')}
        onBlur={binding.onBlur}
      />
      {onManageKeys === undefined ? null : (
        <IconButton label={t('Manage keys')} variant="secondary" onClick={() => onManageKeys(readText(binding.value))}>
          <KeyRound />
        </IconButton>
      )}
    </div>
  )
}
