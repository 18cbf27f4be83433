import {
  type ControlProps,
  formatJson,
  LocalFault,
  parseJsonOrText,
  parseJsonText,
  useValueDraft,
} from '@petal/ui/schema-form'
import { noVariables } from './codemirror/VariableSet.ts'
import { EditorFrame } from './EditorFrame.tsx'
import { LazyEditor } from './LazyEditor.tsx'

/** JSON in an editor; taken whenever it can be read. */
export function JsonField({ field, binding }: ControlProps<'json'>) {
  const parse = field.plainText === true ? parseJsonOrText : parseJsonText
  const draft = useValueDraft({ value: binding.value, format: formatJson, parse })
  const invalid = binding.aria['aria-invalid'] === true || draft.fault !== undefined
  return (
    <>
      <EditorFrame invalid={invalid} disabled={binding.disabled}>
        <LazyEditor
          value={draft.text}
          onChange={(text) => {
            const parsed = draft.setText(text)
            if (parsed.ok) binding.onChange(parsed.value, 'burst')
          }}
          onBlur={() => {
            draft.settle()
            binding.onBlur()
          }}
          language="json"
          variables={noVariables}
          problems={binding.problems}
          onFix={binding.onFix}
          aria={{ ...binding.aria, 'aria-invalid': invalid || undefined }}
          label={binding.aria['aria-label'] ?? binding.label}
          placeholder={binding.placeholder}
          disabled={binding.disabled}
          size="field"
        />
      </EditorFrame>
      <LocalFault message={draft.fault} />
    </>
  )
}
