import type { FieldSpec, Json } from '@petal/core/model'
import { memo, type ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import { Disclosure } from '../components/Disclosure.tsx'
import { t } from '../language/index.ts'
import { useFormState } from './FormContext.ts'
import { childName, isWithin, toPath } from './fieldPath.ts'
import { defaultOf, sameJson } from './withDefaults.ts'

interface FieldListProps {
  readonly fields: readonly FieldSpec[]
  /** Name of the object they stand in; `''` is the form itself. */
  readonly parent: string
}

/** The fields of one object, in order; advanced ones folded away below the others. */
export const FieldList = memo(function FieldList({ fields, parent }: FieldListProps) {
  const advanced = fields.filter((field) => field.advanced)
  return (
    <div className="flex flex-col gap-4">
      {fields.map((field) => (field.advanced ? null : <VisibleField key={field.name} field={field} parent={parent} />))}
      {advanced.length === 0 ? null : <AdvancedFields fields={advanced} parent={parent} />}
    </div>
  )
})

function AdvancedFields({ fields, parent }: FieldListProps) {
  const form = useFormState()
  const names = fields.map((field) => childName(parent, field.name))
  const values: readonly (Json | undefined)[] = useWatch({ name: names, control: form.control })
  const paths = names.map((name) => (form.prefix === '' ? toPath(name) : `${form.prefix}.${toPath(name)}`))
  const isChanged = fields.some((field, index) => {
    const value = values[index]
    return value !== undefined && !sameJson(value, defaultOf(field))
  })
  const isFaulty = form.problems.some((problem) =>
    paths.some((path) => problem.path !== undefined && isWithin(problem.path, path)),
  )
  const wanted = form.focus !== undefined && paths.some((path) => isWithin(form.focus?.path ?? '', path))
  return (
    <Disclosure
      title={t('Advanced')}
      dot={isFaulty ? 'danger' : isChanged ? 'accent' : undefined}
      dotLabel={isFaulty ? t('something here has a problem') : t('something here differs from its default')}
      openRequest={wanted ? form.focus?.request : undefined}
    >
      <div className="flex flex-col gap-4 pt-2">
        {fields.map((field) => (
          <VisibleField key={field.name} field={field} parent={parent} />
        ))}
      </div>
    </Disclosure>
  )
}

interface VisibleFieldProps {
  readonly field: FieldSpec
  readonly parent: string
}

function VisibleField({ field, parent }: VisibleFieldProps) {
  const { Field } = useFormState()
  const name = childName(parent, field.name)
  if (field.visibleWhen === undefined) return <Field field={field} name={name} />
  return (
    <Conditional when={{ name: childName(parent, field.visibleWhen.field), in: field.visibleWhen.in }}>
      <Field field={field} name={name} />
    </Conditional>
  )
}

interface ConditionalProps {
  readonly when: { readonly name: string; readonly in: readonly Json[] }
  readonly children: ReactNode
}

/** Watches one sibling, so that only this field is drawn anew when it changes. The hidden field keeps its value. */
function Conditional({ when, children }: ConditionalProps) {
  const { control } = useFormState()
  const value: Json | undefined = useWatch({ name: when.name, control })
  return when.in.some((wanted) => sameJson(wanted, value)) ? children : null
}
