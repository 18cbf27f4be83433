import type { FieldKind } from '@petal/core/model'
import type { ComponentType } from 'react'
import { asRow } from './asRow.tsx'
import { controls } from './controls.ts'
import type { FieldProps } from './FieldProps.ts'
import { GroupField } from './fields/GroupField.tsx'
import { ListField } from './fields/ListField.tsx'
import { StepField } from './fields/StepField.tsx'

/** One renderer per kind of field. A new kind without a renderer does not compile. */
const fieldRenderers: { readonly [Kind in FieldKind]: ComponentType<FieldProps<Kind>> } = {
  text: asRow(controls.text),
  longText: asRow(controls.longText),
  prompt: asRow(controls.prompt),
  expression: asRow(controls.expression),
  code: asRow(controls.code),
  number: asRow(controls.number),
  slider: asRow(controls.slider),
  toggle: asRow(controls.toggle, 'inline'),
  select: asRow(controls.select),
  stateField: asRow(controls.stateField),
  agent: asRow(controls.agent),
  agentField: asRow(controls.agentField),
  model: asRow(controls.model, 'group'),
  key: asRow(controls.key),
  textList: asRow(controls.textList, 'group'),
  record: asRow(controls.record, 'group'),
  documents: asRow(controls.documents, 'group'),
  json: asRow(controls.json),
  toolName: asRow(controls.toolName),
  toolList: asRow(controls.toolList, 'group'),
  list: ListField,
  group: GroupField,
  step: StepField,
}

/** Draws one field of any kind. */
export function AnyField({ field, name }: FieldProps<FieldKind>) {
  return <OneField kind={field.kind} field={field} name={name} />
}

interface OneFieldProps<Kind extends FieldKind> extends FieldProps<Kind> {
  readonly kind: Kind
}

function OneField<Kind extends FieldKind>({ kind, field, name }: OneFieldProps<Kind>) {
  const Renderer: ComponentType<FieldProps<Kind>> = fieldRenderers[kind]
  return <Renderer field={field} name={name} />
}
