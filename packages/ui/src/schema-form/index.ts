export type {
  ControlBinding,
  ControlProps,
  FocusTarget,
  FormSlots,
  ModelChoices,
  ProviderChoice,
  StateFieldChoice,
} from './FormContext.ts'
export { PlainText } from './fields/PlainText.tsx'
export { focusField } from './focusField.ts'
export { ProblemNote } from './ProblemNote.tsx'
export { SchemaForm, type SchemaFormProps } from './SchemaForm.tsx'
