import { TextArea } from '../../components/TextArea.tsx'
import type { ControlProps } from '../FormContext.ts'
import { formatJson, parseJsonOrText, parseJsonText } from './jsonText.ts'
import { LocalFault } from './LocalFault.tsx'
import { useValueDraft } from './useValueDraft.ts'

/** JSON in a plain text area; taken whenever it can be read. */
export function PlainJson({ field, binding }: ControlProps<'json'>) {
  const parse = field.plainText === true ? parseJsonOrText : parseJsonText
  const draft = useValueDraft({ value: binding.value, format: formatJson, parse })
  return (
    <>
      <TextArea
        {...binding.aria}
        mono
        spellCheck={false}
        aria-invalid={binding.aria['aria-invalid'] ?? (draft.fault !== undefined || undefined)}
        value={draft.text}
        placeholder={binding.placeholder}
        disabled={binding.disabled}
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
