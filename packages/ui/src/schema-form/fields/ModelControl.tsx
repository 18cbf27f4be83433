import { TextField } from '../../components/TextField.tsx'
import type { ControlProps } from '../FormContext.ts'
export function ModelControl({ binding }: ControlProps<'model'>) {
  return <TextField {...binding.aria} readOnly value={JSON.stringify(binding.value ?? {})} />
}
