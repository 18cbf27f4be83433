import {
  describeFields,
  effectiveReducer,
  type FieldSpec,
  type StateFieldType,
  stateFieldSchema,
} from '@petal/core/model'
import { msg, t } from '@petal/ui/language'

const described = describeFields(stateFieldSchema)

const reducerLabels: Readonly<Record<string, string>> = {
  replace: msg('Replace the old value'),
  append: msg('Append to the list'),
  merge: msg('Merge into the object'),
  add: msg('Add to the number'),
}

/** The form of a state field of this type: its start value is written as its type is, not as JSON. */
export function fieldSettings(type: StateFieldType): readonly FieldSpec[] {
  return described.map((field) => {
    if (field.name === 'default') return startValue(field, type)
    if (field.name !== 'reducer' || field.kind !== 'select') return field
    const options = field.options.map(({ value }) => ({ value, label: t(reducerLabels[value] ?? value) }))
    return { ...field, options, default: effectiveReducer({ type }) }
  })
}

function startValue(field: FieldSpec, type: StateFieldType): FieldSpec {
  const { name, title, description, advanced } = field
  const base = { name, title, advanced, required: false, ...(description === undefined ? {} : { description }) }
  switch (type) {
    case 'string':
      return { ...base, kind: 'longText', placeholder: t('no value') }
    case 'number':
    case 'integer':
      return { ...base, kind: 'number', integer: type === 'integer', placeholder: t('no value') }
    case 'any':
      return { ...base, kind: 'json', plainText: true }
    default:
      return field
  }
}
