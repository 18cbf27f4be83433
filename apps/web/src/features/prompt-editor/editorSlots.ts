import type { FormSlots } from '@petal/ui/schema-form'
import { CodeField } from './CodeField.tsx'
import { ExpressionField } from './ExpressionField.tsx'
import { JsonField } from './JsonField.tsx'
import { PromptField } from './PromptField.tsx'

/** The kinds of fields that property forms draw with an editor. */
export const editorSlots: FormSlots = {
  prompt: PromptField,
  expression: ExpressionField,
  code: CodeField,
  json: JsonField,
}
