import { t } from '../../language/t.ts'
import { defineStep } from '../../step/defineStep.ts'
import { emphasize } from '../../step/emphasize.ts'
import type { AgentUse, NamedField } from '../../step/StepDefinition.ts'
import { checkMap } from './checkMap.ts'
import { type MapConfig, mapSchema } from './mapSchema.ts'
import { ITEM_STEP, toItemAgent } from './toItemAgent.ts'

/** The step type that does something once per item of a list. */
export const mapStep = defineStep({
  name: 'map',
  version: 1,
  title: 'For each item',
  description: 'Runs a step or an agent once per item of a list, several at once, and gathers the results in order.',
  category: 'logic',
  icon: 'list-tree',
  schema: mapSchema,
  reads: ({ over, inputs }) => [...new Set([over, ...inputs.map(({ from }) => from)])].filter((name) => name !== ''),
  needs: ({ over }) => (over === '' ? {} : { [over]: 'array' }),
  writes: ({ writes }) => (writes === '' ? [] : [writes]),
  agents: (config) => (hasWork(config) ? [toUse(config)] : []),
  validate: (config, { agent }) => checkMap(config, agent),
  summarize: (config) => {
    const work = emphasize(config.agent || config.step.nodeName || config.step.strategyType || t('nothing'))
    return config.over === ''
      ? t('For each of a list run {work}', { work })
      : t('For each of {over} run {work}', { over: emphasize(config.over), work })
  },
  createStep: (config) => {
    const agent = config.agent === '' ? toItemAgent(config) : config.agent
    return async (state, context) => (await import('./runMap.ts')).runMap(config, agent, state, context)
  },
  examples: [
    {
      title: 'Summarise every article',
      config: {
        over: 'articles',
        step: { strategyType: 'llm', config: { promptTemplate: 'Summarise: {item}', writes: 'result' } },
        output: 'result',
        writes: 'summaries',
      },
    },
    {
      title: 'Go on when an item fails',
      config: { over: 'orders', agent: 'check-order', writes: 'checked', onItemError: 'skip', concurrency: 2 },
    },
  ],
})

function hasWork({ agent, step }: MapConfig): boolean {
  return agent !== '' || step.strategyType !== ''
}

function toUse(config: MapConfig): AgentUse {
  const takes: readonly NamedField[] = config.output === '' ? [] : [{ name: config.output, path: 'config.output' }]
  if (config.agent === '') {
    return { agent: toItemAgent(config), path: 'config.step', takes, places: { [ITEM_STEP]: 'config.step' } }
  }
  const passed = config.inputs.map(({ from, to }, index) => ({
    name: to || from,
    path: `config.inputs[${index}].${to === '' ? 'from' : 'to'}`,
  }))
  const gives = [{ name: config.itemField, path: 'config.itemField' }, ...passed].filter(({ name }) => name !== '')
  return { agent: config.agent, path: 'config.agent', gives, takes }
}
