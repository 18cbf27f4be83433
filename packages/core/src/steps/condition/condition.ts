import { t } from '../../language/t.ts'
import { defineStep } from '../../step/defineStep.ts'
import { emphasizeList } from '../../step/emphasize.ts'
import { checkNames, namedPorts } from '../../step/uniqueNames.ts'
import { conditionSchema, OTHERWISE } from './conditionSchema.ts'

/** The step type that chooses a way by rules. */
export const conditionStep = defineStep({
  name: 'condition',
  version: 1,
  title: 'Condition',
  description: 'Takes the first branch whose rule holds.',
  category: 'logic',
  icon: 'split',
  schema: conditionSchema,
  ports: ({ branches }) => ({
    inputs: [{ id: 'in', label: t('In') }],
    outputs: [
      ...namedPorts(branches.map(({ name }) => name)).filter(({ id }) => id !== OTHERWISE),
      { id: OTHERWISE, label: t('Otherwise') },
    ],
  }),
  passBy: () => OTHERWISE,
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
    return t('Go to {names}', { names: emphasizeList([...names, t('otherwise')], 'or') })
  },
  run: async (state, context) => (await import('./takeBranch.ts')).takeBranch(state, context),
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
