import { Switch, TextArea, TextField } from '@petal/ui'
import { type ReactNode, useId } from 'react'
import type { InputField } from '../../runner/agentInputs.ts'
import { useWantedFocus } from './useWantedFocus.ts'

interface InputControlProps extends ControlProps {
  /** True while it should take the focus. */
  readonly wanted: boolean
  onFocused(): void
  /** Stands at the end of its line in the place of the type. */
  readonly trailing?: ReactNode
}

/** One input field: its name, its control, what is wrong with it. */
export function InputControl({ field, value, fault, wanted, onChange, onFocused, trailing }: InputControlProps) {
  const id = useId()
  useWantedFocus(id, wanted, onFocused)
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-baseline justify-between gap-2">
        <label htmlFor={id} className="truncate font-medium text-ink text-sm">
          {field.name}
        </label>
        {trailing ?? <span className="text-ink-faint text-xs">{field.type === 'string' ? '' : field.type}</span>}
      </div>
      <Control id={id} field={field} value={value} fault={fault} onChange={onChange} />
      {field.description === undefined || fault !== undefined ? null : (
        <p className="text-ink-faint text-xs">{field.description}</p>
      )}
      {fault === undefined ? null : (
        <p id={`${id}-fault`} role="alert" className="text-danger text-xs">
          {fault}
        </p>
      )}
    </div>
  )
}

interface ControlProps {
  readonly field: InputField
  readonly value: string
  readonly fault: string | undefined
  onChange(text: string): void
}

function Control({ id, field, value, fault, onChange }: ControlProps & { readonly id: string }) {
  const aria = fault === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-fault` }
  switch (field.type) {
    case 'boolean':
      return <Switch id={id} checked={value === 'true'} onCheckedChange={(on) => onChange(String(on))} />
    case 'number':
    case 'integer':
      return (
        <TextField
          id={id}
          {...aria}
          inputMode="decimal"
          mono
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    case 'string':
      return (
        <TextArea
          id={id}
          {...aria}
          rows={1}
          className="max-h-40 min-h-7 resize-none py-1"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    case 'object':
    case 'array':
    case 'messages':
    case 'any':
    case 'json':
      return (
        <TextArea
          id={id}
          {...aria}
          mono
          data-multiline="true"
          spellCheck={false}
          className="max-h-48"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    default:
      return field.type satisfies never
  }
}
