export {
  type ControlBinding,
  type ControlProps,
  type FocusTarget,
  type FormSlots,
  type ModelChoices,
  type ProviderChoice,
  type StateFieldChoice,
} from './FormContext.ts'
export { focusField } from './focusField.ts'
export { PlainText } from './fields/PlainText.tsx'
export { ProblemNote } from './ProblemNote.tsx'
export { SchemaForm, type SchemaFormProps } from './SchemaForm.tsx'
