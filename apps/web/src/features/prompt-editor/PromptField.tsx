import { type ControlProps, emptyAsUnset } from '@petal/ui/schema-form'
import { ExpressionField } from './ExpressionField.tsx'
import { TextEditorField } from './TextEditorField.tsx'
import { useTextLanguage } from './useTextLanguage.ts'

/** A prompt template; or an expression, where the step says that this text is one. */
export function PromptField({ field, binding }: ControlProps<'prompt'>) {
  const language = useTextLanguage(binding.path)
  if (language === 'expression') return <ExpressionField binding={binding} />
  return <TextEditorField binding={binding} language="template" emptyValue={emptyAsUnset('', field)} />
}
