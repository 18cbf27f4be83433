import type { Json } from '@petal/core/model'
import type { KeyboardEvent } from 'react'
import { TextField } from '../../components/TextField.tsx'
import { t } from '../../language/index.ts'
import type { ControlProps } from '../FormContext.ts'
import { LocalFault } from './LocalFault.tsx'
import { type ParsedText, useValueDraft } from './useValueDraft.ts'

/** A number, typed, or stepped with the arrow keys (ten times as far with Shift). */
export function NumberControl({ field, binding }: ControlProps<'number'>) {
  const draft = useValueDraft({ value: binding.value, format, parse: (text) => parseNumber(text, field.integer) })
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (direction === 0 || event.altKey || event.metaKey || event.ctrlKey) return
    event.preventDefault()
    const from = typeof binding.value === 'number' ? binding.value : Number(field.default ?? field.min ?? 0)
    const next = from + direction * (event.shiftKey ? 10 : 1)
    binding.onChange(Math.min(Math.max(next, field.min ?? -Infinity), field.max ?? Infinity), 'burst')
  }
  return (
    <>
      <TextField
        {...binding.aria}
        inputMode={field.integer ? 'numeric' : 'decimal'}
        autoComplete="off"
        className="tabular-nums"
        aria-invalid={binding.aria['aria-invalid'] ?? (draft.fault !== undefined || undefined)}
        value={draft.text}
        placeholder={binding.placeholder ?? (field.default === undefined ? undefined : format(field.default))}
        disabled={binding.disabled}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          const parsed = draft.setText(event.target.value)
          if (parsed.ok) binding.onChange(parsed.value, 'burst')
        }}
        onBlur={() => {
          draft.settle()
          binding.onBlur()
        }}
      />
      <LocalFault message={draft.fault} />
    </>
  )
}

function format(value: Json | undefined): string {
  return value === undefined || value === null ? '' : String(value)
}

/** Limits are not looked at here: a value out of range is stored, and is a problem in the list. */
function parseNumber(text: string, integer: boolean): ParsedText {
  const trimmed = text.trim()
  if (trimmed === '') return { ok: true, value: undefined }
  const value = Number(trimmed.replace(',', '.'))
  if (!Number.isFinite(value))
    return { ok: false, fault: t('Not taken yet: "{trimmed}" is not a number.', { trimmed }) }
  if (integer && !Number.isInteger(value)) return { ok: false, fault: t('Not taken yet: write a whole number.') }
  return { ok: true, value }
}
