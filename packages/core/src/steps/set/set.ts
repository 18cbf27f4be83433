import * as z from 'zod'
import { evaluateExpression } from '../../expressions/evaluateExpression.ts'
import type { Json } from '../../json/Json.ts'
import { defineStep } from '../../step/defineStep.ts'
import { renderTemplate } from '../../templates/renderTemplate.ts'

const schema = z.object({
  values: z
    .array(
      z.object({
        field: z.string().default('').meta({ title: 'Field', widget: 'stateField' }),
        kind: z.enum(['template', 'expression']).default('template').meta({ title: 'As' }),
        value: z.string().default('').meta({ title: 'Value', widget: 'prompt' }),
      }),
    )
    .default([])
    .meta({ title: 'Values', itemTitle: 'field' }),
})

/** The step type that computes fields from others. */
export const setStep = defineStep({
  name: 'set',
  version: 1,
  title: 'Set values',
  description: 'Computes state fields from others.',
  category: 'data',
  icon: 'equal',
  schema,
  writes: ({ values }) => values.map(({ field }) => field),
  texts: ({ values }) =>
    values.map(({ kind, value }, index) => ({ path: `config.values[${index}].value`, text: value, language: kind })),
  summarize: ({ values }) => `Set ${values.map(({ field }) => `*${field}*`).join(', ')}`,
  run: (state, { config, stepId, nodeName }) => {
    const update: Record<string, Json> = {}
    for (const { field, kind, value } of config.values) {
      const scope = { ...state, ...update }
      update[field] =
        kind === 'template'
          ? renderTemplate(value, scope, { stepId, nodeName, kind: 'Template' })
          : evaluateExpression(value, scope)
    }
    return update
  },
})
