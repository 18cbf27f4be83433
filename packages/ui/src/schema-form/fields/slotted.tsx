import type { ComponentType } from 'react'
import { type ControlProps, type SlotKind, useFormState } from '../FormContext.ts'
import { PlainDocuments } from './PlainDocuments.tsx'
import { PlainJson } from './PlainJson.tsx'
import { PlainText } from './PlainText.tsx'

/** The app's own control for this kind when it brings one, else the plain one. */
function slotted<Kind extends SlotKind>(kind: Kind, Plain: ComponentType<ControlProps<Kind>>) {
  return function SlottedControl(props: ControlProps<Kind>) {
    const Slot: ComponentType<ControlProps<Kind>> = useFormState().slots[kind] ?? Plain
    return <Slot {...props} />
  }
}

export const LongTextControl = slotted('longText', (props) => <PlainText {...props} />)
export const PromptControl = slotted('prompt', (props) => <PlainText {...props} rows={4} />)
export const ExpressionControl = slotted('expression', (props) => <PlainText {...props} mono rows={1} />)
export const CodeControl = slotted('code', (props) => <PlainText {...props} mono rows={6} />)
export const JsonControl = slotted('json', PlainJson)
export const DocumentsControl = slotted('documents', PlainDocuments)
