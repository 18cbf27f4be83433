export { BurstContext } from './BurstContext.ts'
export type { Pace } from './createBurst.ts'
export type {
  AgentChoice,
  ControlBinding,
  ControlProps,
  FocusTarget,
  FormSlots,
  ModelChoices,
  ProviderChoice,
  SchemaFormProps,
  StateFieldChoice,
  StepTypeChoice,
  ToolChoice,
} from './FormContext.ts'
export { formatJson, parseJsonOrText, parseJsonText } from './fields/jsonText.ts'
export { LocalFault } from './fields/LocalFault.tsx'
export { emptyAsUnset, readText } from './fields/readText.ts'
export { useValueDraft } from './fields/useValueDraft.ts'
export { ProblemNote } from './ProblemNote.tsx'
export { SchemaForm } from './SchemaForm.tsx'
export { useBurst } from './useBurst.ts'
