import * as z from 'zod'
import { AgentError } from '../../errors/AgentError.ts'
import type { Problem } from '../../errors/Problem.ts'
import { msg } from '../../language/msg.ts'
import { t } from '../../language/t.ts'
import { word } from '../../language/word.ts'
import { MESSAGES } from '../../step/conversation.ts'
import { defineStep } from '../../step/defineStep.ts'
import { emphasize, excerpt } from '../../step/emphasize.ts'
import { renderTemplate } from '../../templates/renderTemplate.ts'

const schema = z.object({
  format: z
    .enum(['template', 'field'])
    .default('template')
    .meta({ title: 'Give back', labels: { template: 'A text', field: msg('A field as it is') } }),
  template: z
    .string()
    .default('')
    .meta({
      title: 'Text',
      description: 'With {fields} of the state.',
      widget: 'prompt',
      placeholder: 'Category: {category}\n\n{answer}',
      visibleWhen: { field: 'format', in: ['template'] },
    }),
  field: z
    .string()
    .default('')
    .meta({
      title: 'Field',
      description: 'Given back as it is, whatever its type.',
      widget: 'stateField',
      visibleWhen: { field: 'format', in: ['field'] },
    }),
  writes: z.string().default('output').meta({
    title: 'Under the name',
    description: 'The field of the state in which callers find it.',
    widget: 'stateField',
    advanced: true,
  }),
})

type OutputConfig = z.infer<typeof schema>

/** The step type that says what the agent gives back. The run goes on if anything follows. */
export const outputStep = defineStep({
  name: 'output',
  version: 1,
  title: 'Output',
  description: 'Says what the agent gives back.',
  category: 'output',
  icon: 'flag',
  schema,
  reads: ({ format, field }) => (format === 'field' && field !== '' ? [field] : []),
  needs: ({ format, field }) => (format === 'field' && field !== '' ? { [field]: 'any' } : {}),
  writes: ({ writes }) => (writes === '' ? [] : [writes]),
  texts: ({ format, template }) =>
    format === 'template' ? [{ path: 'config.template', text: template, language: 'template' }] : [],
  validate: findProblems,
  summarize: ({ format, field, template, writes }) => {
    const name = emphasize(writes || t('output'))
    if (format === 'field')
      return field === ''
        ? t('Give back {name}', { name })
        : t('Give back {field} as {name}', { field: emphasize(field), name })
    return template.trim() === ''
      ? t('Give back {name}', { name })
      : t('Give back {name}: {template}', { name, template: excerpt(template) })
  },
  run: (state, { config, stepId, nodeName }) => {
    const { format, template, field, writes } = config
    const place = { stepId, nodeName, kind: msg('Output'), path: 'config.template' }
    if (format === 'template') return { [writes]: renderTemplate(template, state, place) }
    const value = Object.hasOwn(state, field) ? state[field] : undefined
    if (value === undefined) throw noValue(field, Object.keys(state), stepId)
    return { [writes]: value }
  },
  starter: ({ written }) => (written === undefined ? {} : { template: `{${written}}` }),
  examples: [
    { title: 'One field', config: { format: 'field', field: 'answer' } },
    { title: 'A letter', config: { template: 'Dear {name},\n\n{answer}' } },
  ],
})

function noValue(field: string, available: readonly string[], stepId: string): AgentError {
  const message = word("The field '{field}' has no value to give back. Fields with a value: {available}.", {
    field,
    available: available.join(', ') || word('none'),
  })
  return new AgentError('template.missing', message, { stepId, path: 'config.field', detail: { available } })
}

function findProblems({ format, template, field, writes }: OutputConfig): readonly Problem[] {
  const problems: Problem[] = []
  const add = (severity: Problem['severity'], path: string, message: string) =>
    problems.push({ code: 'step.config', severity, path: `config.${path}`, message })
  if (format === 'field' && field === '') add('error', 'field', t('Choose the field to give back.'))
  if (format === 'template' && template === '')
    add('warning', 'template', t('This gives back an empty text: write one.'))
  if (writes === '') add('error', 'writes', t('Choose the name under which it is given back.'))
  if (writes === MESSAGES) add('error', 'writes', t('messages holds the conversation: choose another field.'))
  return problems
}
