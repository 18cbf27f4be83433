import { type ControlProps, readText } from '@petal/ui/schema-form'
import { EditorFrame } from './EditorFrame.tsx'
import { LazyEditor } from './LazyEditor.tsx'
import { useVariables } from './useVariables.ts'

/** One line of the expression language, with completion of fields and functions. */
export function ExpressionField({ binding }: Pick<ControlProps<'expression'>, 'binding'>) {
  const variables = useVariables(binding.path)
  return (
    <EditorFrame invalid={binding.aria['aria-invalid'] === true} disabled={binding.disabled}>
      <LazyEditor
        value={readText(binding.value)}
        onChange={(text) => binding.onChange(text, 'burst')}
        onBlur={binding.onBlur}
        language="expression"
        variables={variables}
        problems={binding.problems}
        onFix={binding.onFix}
        aria={binding.aria}
        label={binding.aria['aria-label'] ?? binding.label}
        placeholder={binding.placeholder}
        disabled={binding.disabled}
        size="line"
      />
    </EditorFrame>
  )
}
