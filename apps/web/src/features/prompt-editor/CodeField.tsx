import { type ControlProps, emptyAsUnset } from '@petal/ui/schema-form'
import { TextEditorField } from './TextEditorField.tsx'

/** JavaScript for the sandbox. */
export function CodeField({ field, binding }: ControlProps<'code'>) {
  return <TextEditorField binding={binding} language="javascript" emptyValue={emptyAsUnset('', field)} />
}
