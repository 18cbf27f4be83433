import { FieldList } from '../FieldList.tsx'
import type { FieldProps } from '../FieldProps.ts'
import { useFormState } from '../FormContext.ts'
import { toPath } from '../fieldPath.ts'
import { OwnProblems } from '../OwnProblems.tsx'

/** A nested object: its fields under one heading. */
export function GroupField({ field, name }: FieldProps<'group'>) {
  const { prefix } = useFormState()
  const path = prefix === '' ? toPath(name) : `${prefix}.${toPath(name)}`
  return (
    <fieldset data-field-path={path} className="flex min-w-0 flex-col gap-2 rounded-md data-flash:animate-flash">
      <legend className="mb-2 font-medium text-ink-soft text-sm">{field.title}</legend>
      {field.description === undefined ? null : (
        <p className="text-pretty text-ink-faint text-sm">{field.description}</p>
      )}
      <OwnProblems path={path} />
      <div className="border-line border-l-2 pl-3">
        <FieldList fields={field.fields} parent={name} />
      </div>
    </fieldset>
  )
}
