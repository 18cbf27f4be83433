import type { FieldSpec } from '@petal/core/model'
import { t } from '../language/index.ts'

/** The same fields with their words in the language of the page. */
export function translateFields(fields: readonly FieldSpec[]): readonly FieldSpec[] {
  return fields.map(translateField)
}

function translateField(field: FieldSpec): FieldSpec {
  const { title, description, placeholder } = field
  const words = {
    title: t(title),
    ...(description === undefined ? {} : { description: t(description) }),
    ...(placeholder === undefined ? {} : { placeholder: t(placeholder) }),
  }
  switch (field.kind) {
    case 'select':
      return { ...field, ...words, options: field.options.map(({ value, label }) => ({ value, label: t(label) })) }
    case 'list':
    case 'group':
      return { ...field, ...words, fields: translateFields(field.fields) }
    case 'record':
      return { ...field, ...words, value: translateField(field.value) }
    default:
      return { ...field, ...words }
  }
}
