import * as z from 'zod'
import { defineStep } from '../../step/defineStep.ts'
import { renderTemplate } from '../../templates/renderTemplate.ts'

const schema = z.object({
  format: z.enum(['template', 'field']).default('template').meta({ title: 'Give back' }),
  template: z
    .string()
    .default('')
    .meta({ title: 'Text', widget: 'prompt', visibleWhen: { field: 'format', in: ['template'] } }),
  field: z
    .string()
    .default('')
    .meta({ title: 'Field', widget: 'stateField', visibleWhen: { field: 'format', in: ['field'] } }),
  writes: z.string().default('output').meta({ title: 'As', widget: 'stateField', advanced: true }),
})

/** The step type that says what the agent gives back. */
export const outputStep = defineStep({
  name: 'output',
  version: 1,
  title: 'Output',
  description: 'Says what the agent gives back.',
  category: 'output',
  icon: 'flag',
  schema,
  reads: ({ format, field }) => (format === 'field' && field !== '' ? [field] : []),
  writes: ({ writes }) => [writes],
  texts: ({ format, template }) =>
    format === 'template' ? [{ path: 'config.template', text: template, language: 'template' }] : [],
  summarize: ({ format, field, writes }) => `Give back ${format === 'field' ? `*${field}*` : 'a text'} as *${writes}*`,
  run: (state, { config, stepId, nodeName }) => ({
    [config.writes]:
      config.format === 'field'
        ? (state[config.field] ?? null)
        : renderTemplate(config.template, state, { stepId, nodeName, kind: 'Output' }),
  }),
})
