import type { FieldSpec } from '@petal/core/model'
import type { ComponentType } from 'react'
import { type ControlKind, controls } from './controls.ts'
import type { ControlBinding, ControlProps } from './FormContext.ts'

interface AnyControlProps {
  readonly field: FieldSpec
  readonly binding: ControlBinding
}

/** Draws the control of any kind, without a label. What itself holds fields has no such control: it is edited as JSON. */
export function AnyControl({ field, binding }: AnyControlProps) {
  if (field.kind === 'list' || field.kind === 'group' || field.kind === 'step') {
    const { name, title, required, advanced } = field
    return <controls.json field={{ name, title, required, advanced, kind: 'json' }} binding={binding} />
  }
  return <OneControl kind={field.kind} field={field} binding={binding} />
}

interface OneControlProps<Kind extends ControlKind> extends ControlProps<Kind> {
  readonly kind: Kind
}

function OneControl<Kind extends ControlKind>({ kind, field, binding }: OneControlProps<Kind>) {
  const Control: ComponentType<ControlProps<Kind>> = controls[kind]
  return <Control field={field} binding={binding} />
}
