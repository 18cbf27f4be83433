import type { FieldSpec } from '@petal/core/model'
import { TextArea } from '../../components/TextArea.tsx'
import type { ControlBinding } from '../FormContext.ts'
import { emptyAsUnset, readText } from './readText.ts'

interface PlainTextProps {
  readonly field: FieldSpec
  readonly binding: ControlBinding
  readonly mono?: boolean
  readonly rows?: number
}

/** Several lines of text without an editor: what the richer kinds are drawn with when the app brings nothing better. */
export function PlainText({ field, binding, mono = false, rows = 3 }: PlainTextProps) {
  return (
    <TextArea
      {...binding.aria}
      mono={mono}
      rows={rows}
      spellCheck={!mono}
      value={readText(binding.value)}
      placeholder={binding.placeholder}
      disabled={binding.disabled}
      onChange={(event) => binding.onChange(emptyAsUnset(event.target.value, field), 'burst')}
      onBlur={binding.onBlur}
      className={rows === 1 ? 'min-h-7 py-1' : undefined}
    />
  )
}
