import * as z from 'zod'
import { evaluateExpression } from '../../expressions/evaluateExpression.ts'
import type { Json } from '../../json/Json.ts'
import type { State } from '../../state/StateType.ts'
import { defineStep } from '../../step/defineStep.ts'
import { emphasizeList } from '../../step/emphasize.ts'
import { renderTemplate } from '../../templates/renderTemplate.ts'

const kinds = ['template', 'expression'] as const

const schema = z.object({
  values: z
    .array(
      z.object({
        field: z.string().default('').meta({
          title: 'Field',
          description: 'The field of the state to write.',
          widget: 'stateField',
        }),
        kind: z
          .enum(kinds)
          .default('template')
          .meta({ title: 'As', labels: { template: 'Text with {fields}', expression: 'Expression' } }),
        value: z.string().default('').meta({
          title: 'Value',
          description: 'A text such as "Dear {name}", or an expression such as price * count.',
          widget: 'prompt',
          placeholder: 'Dear {name}',
        }),
      }),
    )
    .default([])
    .meta({
      title: 'Values',
      description: 'Computed from top to bottom; each may use the ones above it.',
      itemTitle: 'field',
    }),
})

type Value = z.infer<typeof schema>['values'][number]

/** The step type that computes fields from others. */
export const setStep = defineStep({
  name: 'set',
  version: 1,
  title: 'Set values',
  description: 'Computes fields of the state from others.',
  category: 'data',
  icon: 'equal',
  schema,
  writes: ({ values }) => [...new Set(fieldsOf(values))],
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
      const message = 'Choose the field that this value goes into.'
      return [{ code: 'step.config', severity: 'error', path: `config.values[${index}].field`, message } as const]
    }),
  summarize: ({ values }) => {
    const fields = [...new Set(fieldsOf(values))]
    return fields.length === 0 ? 'Set *nothing* yet' : `Set ${emphasizeList(fields, 'and')}`
  },
  run: (state, { config, stepId, nodeName }) => {
    // A map, because a field may have any name, and on a plain object some names reach what is behind it.
    const update = new Map<string, Json>()
    for (const [index, value] of config.values.entries()) {
      const place = { stepId, nodeName, kind: 'Value', path: `config.values[${index}].value` }
      update.set(value.field, compute(value, { ...state, ...Object.fromEntries(update) }, place))
    }
    return Object.fromEntries(update)
  },
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

function fieldsOf(values: readonly Value[]): readonly string[] {
  return values.map(({ field }) => field).filter((field) => field !== '')
}

interface Place {
  readonly stepId: string
  readonly nodeName: string
  readonly kind: string
  readonly path: string
}

function compute({ kind, value }: Value, scope: State, place: Place): Json {
  return kind === 'template' ? renderTemplate(value, scope, place) : evaluateExpression(value, scope, place)
}
