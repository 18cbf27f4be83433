import { t } from '../../language/t.ts'
import { defineStep } from '../../step/defineStep.ts'
import { emphasizeList } from '../../step/emphasize.ts'
import { type SetConfig, setSchema } from './setSchema.ts'

/** The step type that computes fields from others. */
export const setStep = defineStep({
  name: 'set',
  version: 1,
  title: 'Set values',
  description: 'Computes fields of the state from others.',
  category: 'data',
  icon: 'equal',
  schema: setSchema,
  writes: ({ values }) => distinct(fieldsOf(values)),
  texts: ({ values }) =>
    values.map(({ kind, value }, index) => ({
      path: `config.values[${index}].value`,
      text: value,
      language: kind,
      provided: fieldsOf(values.slice(0, index)),
    })),
  validate: ({ values }) =>
    values.flatMap(({ field }, index) => {
      if (field !== '') return []
      const message = t('Choose the field that this value goes into.')
      return [{ code: 'step.config', severity: 'error', path: `config.values[${index}].field`, message } as const]
    }),
  summarize: ({ values }) => {
    const fields = distinct(fieldsOf(values))
    return fields.length === 0 ? t('Set *nothing* yet') : t('Set {fields}', { fields: emphasizeList(fields, 'and') })
  },
  run: async (state, context) => (await import('./setFields.ts')).setFields(state, context),
  examples: [
    {
      title: 'A greeting and a total',
      config: {
        values: [
          { field: 'greeting', kind: 'template', value: 'Dear {name},' },
          { field: 'total', kind: 'expression', value: 'price * count' },
        ],
      },
    },
  ],
})

function fieldsOf(values: SetConfig['values']): readonly string[] {
  return values.map(({ field }) => field).filter((field) => field !== '')
}

/** Most steps set one field, and a large agent has thousands of them. */
function distinct(fields: readonly string[]): readonly string[] {
  return fields.length < 2 ? fields : [...new Set(fields)]
}
