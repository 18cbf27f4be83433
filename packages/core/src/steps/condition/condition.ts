import * as z from 'zod'
import { evaluateExpression } from '../../expressions/evaluateExpression.ts'
import { defineStep } from '../../step/defineStep.ts'
import { exit } from '../../step/StepResult.ts'

const schema = z.object({
  branches: z
    .array(
      z.object({
        name: z.string().default('').meta({ title: 'Name' }),
        when: z.string().default('').meta({ title: 'When', widget: 'expression' }),
      }),
    )
    .default([{ name: 'yes', when: '' }])
    .meta({ title: 'Branches', itemTitle: 'name' }),
})

/** The step type that chooses a way by rules. */
export const conditionStep = defineStep({
  name: 'condition',
  version: 1,
  title: 'Condition',
  description: 'Takes the first branch whose condition holds.',
  category: 'logic',
  icon: 'split',
  schema,
  ports: ({ branches }) => ({
    inputs: [{ id: 'in', label: 'In' }],
    outputs: [...branches.map(({ name }) => ({ id: name, label: name })), { id: 'else', label: 'Otherwise' }],
  }),
  texts: ({ branches }) =>
    branches.map(({ when }, index) => ({
      path: `config.branches[${index}].when`,
      text: when,
      language: 'expression' as const,
    })),
  summarize: ({ branches }) => `Choose between ${branches.map(({ name }) => `*${name}*`).join(', ')} and *otherwise*`,
  run: (state, { config }) => exit(config.branches.find(({ when }) => evaluateExpression(when, state))?.name ?? 'else'),
})
