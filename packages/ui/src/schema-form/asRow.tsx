import type { FieldKind } from '@petal/core/model'
import type { ComponentType } from 'react'
import type { FieldProps } from './FieldProps.ts'
import { type FieldLayout, FieldShell } from './FieldShell.tsx'
import type { ControlBinding, ControlProps } from './FormContext.ts'
import { useFieldBinding } from './useFieldBinding.ts'

/** Turns a control into a field of the form: bound to its value, with label, help and errors around it. */
export function asRow<Kind extends FieldKind>(
  Control: ComponentType<ControlProps<Kind>>,
  layout: FieldLayout = 'stacked',
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
        <Control field={field} binding={layout === 'group' ? asGroup(binding) : binding} />
      </FieldShell>
    )
  }
  return FieldRow
}

/** The same binding for a control made of several: the title names the group that holds them. */
function asGroup(binding: ControlBinding): ControlBinding {
  const { id } = binding.aria
  return { ...binding, aria: { ...binding.aria, 'aria-labelledby': `${id}-label` } }
}
