import type { Problem } from '../../errors/Problem.ts'
import { t } from '../../language/t.ts'
import { MESSAGES } from '../../step/conversation.ts'
import { defineStep } from '../../step/defineStep.ts'
import { emphasize, emphasizeList, excerpt } from '../../step/emphasize.ts'
import { defaultPorts, type Port } from '../../step/StepDefinition.ts'
import { checkNames, namedPorts } from '../../step/uniqueNames.ts'
import { APPROVED, REJECTED } from './answerExits.ts'
import { optionalOf, propertiesOf, targetOf } from './answerTarget.ts'
import { type HumanConfig, humanSchema } from './humanSchema.ts'

/** The step type that asks a person, and waits for the answer however long it takes. */
export const humanStep = defineStep({
  name: 'human',
  version: 1,
  title: 'Ask a person',
  description: 'Waits until a person approves, edits, chooses, answers or fills in a form.',
  category: 'human',
  icon: 'hand',
  schema: humanSchema,
  ports: (config) => ({ inputs: defaultPorts.inputs, outputs: outputsOf(config) }),
  passBy: ({ mode }) => (mode === 'approve' ? APPROVED : undefined),
  reads: ({ mode, field }) => (mode === 'edit' && field !== '' ? [field] : []),
  needs: ({ mode, field }) => (mode === 'edit' && field !== '' ? { [field]: 'string' } : {}),
  writes: writtenFields,
  leavesOut: (config) => (targetOf(config) === undefined && config.mode === 'form' ? optionalOf(config) : []),
  texts: ({ title, text }) => [
    { path: 'config.title', text: title, language: 'template' },
    { path: 'config.text', text, language: 'template' },
  ],
  validate: findProblems,
  summarize,
  run: async (state, context) => (await import('./askPerson.ts')).askPerson(state, context),
  examples: [
    { title: 'Approve a text', config: { title: 'Publish this?', text: '{draft}', writes: 'feedback' } },
    { title: 'Edit a draft', config: { mode: 'edit', title: 'Polish the draft', field: 'draft' } },
    {
      title: 'Choose a way',
      config: { mode: 'choose', text: '{question}', options: [{ name: 'answer' }, { name: 'escalate' }] },
    },
    { title: 'Ask for what is missing', config: { mode: 'answer', text: 'Which order is it about?', writes: 'order' } },
    {
      title: 'A form',
      config: {
        mode: 'form',
        schema: {
          type: 'object',
          properties: { city: { type: 'string' }, nights: { type: 'integer', minimum: 1 } },
          required: ['city'],
        },
        writes: 'trip',
      },
    },
  ],
})

function outputsOf({ mode, options }: HumanConfig): readonly Port[] {
  if (mode === 'choose') return namedPorts(options.map(({ name }) => name))
  if (mode !== 'approve') return defaultPorts.outputs
  return [
    { id: APPROVED, label: t('Approved') },
    { id: REJECTED, label: t('Rejected') },
  ]
}

function writtenFields(config: HumanConfig): readonly string[] {
  const target = targetOf(config)
  if (target !== undefined) return target === '' ? [] : [target]
  return config.mode === 'form' ? propertiesOf(config) : []
}

function findProblems(config: HumanConfig): readonly Problem[] {
  const { mode, field, options, writes, text, title } = config
  const problems: Problem[] = []
  const add = (severity: Problem['severity'], path: string, message: string) =>
    problems.push({ code: 'step.config', severity, path: `config.${path}`, message })
  if (mode === 'edit' && field === '') add('error', 'field', t('Choose the field with the text to edit.'))
  if (mode === 'answer' && writes === '') add('error', 'writes', t('Choose the field that takes the answer.'))
  if (writes === MESSAGES) add('error', 'writes', t('messages holds the conversation: choose another field.'))
  if (mode === 'form' && propertiesOf(config).length === 0) {
    add('error', 'schema', t('Give the schema properties: each is one field of the form.'))
  }
  if (mode === 'choose' && options.length === 0) add('error', 'options', t('Give the person something to choose from.'))
  if (mode !== 'edit' && mode !== 'form' && text === '' && title === '') {
    add('warning', 'text', t('The person is shown nothing to decide on: write what they should see.'))
  }
  const names = options.map(({ name }) => name)
  return mode === 'choose' ? [...problems, ...checkNames('options', 'option', names)] : problems
}

function summarize(config: HumanConfig): string {
  const { mode, field, options, writes, title, text } = config
  const about = title.trim() === '' ? text : title
  switch (mode) {
    case 'approve':
      return about.trim() === ''
        ? t('Ask a person to *approve*')
        : t('Ask a person to approve: {about}', { about: excerpt(about) })
    case 'edit':
      return field === ''
        ? t('Let a person edit *a text*')
        : t('Let a person edit {field}', { field: emphasize(field) })
    case 'choose': {
      const names = options.map(({ name }) => name).filter((name) => name !== '')
      return names.length === 0
        ? t('Let a person choose')
        : t('Let a person choose {names}', { names: emphasizeList(names, 'or') })
    }
    case 'answer':
      return writes === ''
        ? t('Ask a person *a question*')
        : t('Ask a person for {writes}', { writes: emphasize(writes) })
    case 'form': {
      const names = propertiesOf(config)
      return names.length === 0
        ? t('Let a person fill in a form')
        : t('Ask a person for {names}', { names: emphasizeList(names, 'and') })
    }
  }
}
