import type { FieldKind } from '@petal/core/model'
import type { ComponentType } from 'react'
import type { ControlProps } from './FormContext.ts'
import type { FieldProps } from './FieldProps.ts'
import { FieldShell } from './FieldShell.tsx'
import { useFieldBinding } from './useFieldBinding.ts'

/** Turns a control into a field of the form: bound to its value, with label, help and errors around it. */
export function asRow<Kind extends FieldKind>(
  Control: ComponentType<ControlProps<Kind>>,
  layout: 'stacked' | 'inline' = 'stacked',
): ComponentType<FieldProps<Kind>> {
  function FieldRow({ field, name }: FieldProps<Kind>) {
    const { binding, mixed, onFix, onReset } = useFieldBinding(field, name)
    return (
      <FieldShell
        id={binding.aria.id}
        path={binding.path}
        title={field.title}
        description={field.description}
        required={field.required}
        mixed={mixed}
        problems={binding.problems}
        onFix={onFix}
        onReset={onReset}
        default={field.default}
        layout={layout}
      >
        <Control field={field} binding={binding} />
      </FieldShell>
    )
  }
  return FieldRow
}
