import * as z from 'zod'
import { evaluateExpression } from '../../expressions/evaluateExpression.ts'
import { isTruthy } from '../../expressions/isTruthy.ts'
import { defineStep } from '../../step/defineStep.ts'
import { emphasizeList } from '../../step/emphasize.ts'
import { exit } from '../../step/StepResult.ts'
import { checkNames, namedPorts } from '../../step/uniqueNames.ts'

/** The way out when no branch holds. */
const OTHERWISE = 'else'

const schema = z.object({
  branches: z
    .array(
      z.object({
        name: z.string().default('').meta({
          title: 'Name',
          description: 'Names the way out.',
          placeholder: 'long',
        }),
        when: z.string().default('').meta({
          title: 'When',
          description: 'Such as: score > 5 and category == "refund"',
          widget: 'expression',
          placeholder: 'length(text) > 100',
        }),
      }),
    )
    .default([{ name: 'yes', when: '' }])
    .meta({
      title: 'Branches',
      description: 'Tried from top to bottom; the first that holds is taken. If none does: Otherwise.',
      itemTitle: 'name',
    }),
})

/** The step type that chooses a way by rules. */
export const conditionStep = defineStep({
  name: 'condition',
  version: 1,
  title: 'Condition',
  description: 'Takes the first branch whose rule holds.',
  category: 'logic',
  icon: 'split',
  schema,
  ports: ({ branches }) => ({
    inputs: [{ id: 'in', label: 'In' }],
    outputs: [
      ...namedPorts(branches.map(({ name }) => name)).filter(({ id }) => id !== OTHERWISE),
      { id: OTHERWISE, label: 'Otherwise' },
    ],
  }),
  writes: () => [],
  texts: ({ branches }) =>
    branches.map(({ when }, index) => ({
      path: `config.branches[${index}].when`,
      text: when,
      language: 'expression' as const,
    })),
  validate: ({ branches }) =>
    checkNames(
      'branches',
      'branch',
      branches.map(({ name }) => name),
      [OTHERWISE],
    ),
  summarize: ({ branches }) => {
    const names = branches.map(({ name }) => name).filter((name) => name !== '')
    return `Go to ${emphasizeList([...names, 'otherwise'], 'or')}`
  },
  run: (state, { config, stepId }) => {
    const holds = ({ when }: { readonly when: string }, index: number) =>
      isTruthy(evaluateExpression(when, state, { stepId, path: `config.branches[${index}].when` }))
    return exit(config.branches.find(holds)?.name ?? OTHERWISE)
  },
  examples: [
    {
      title: 'Long or short',
      config: { branches: [{ name: 'long', when: 'length(text) > 280' }] },
    },
    {
      title: 'By score',
      config: {
        branches: [
          { name: 'good', when: 'score >= 8' },
          { name: 'fair', when: 'score >= 5' },
        ],
      },
    },
  ],
})
