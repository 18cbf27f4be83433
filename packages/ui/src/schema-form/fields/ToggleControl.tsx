import { Switch } from '../../components/Switch.tsx'
import type { ControlProps } from '../FormContext.ts'

/** On or off. */
export function ToggleControl({ binding }: ControlProps<'toggle'>) {
  return (
    <Switch
      {...binding.aria}
      checked={binding.value === true}
      disabled={binding.disabled}
      onCheckedChange={(checked) => binding.onChange(checked, 'now')}
    />
  )
}
