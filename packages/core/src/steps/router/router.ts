import type { Problem } from '../../errors/Problem.ts'
import { t } from '../../language/t.ts'
import { MESSAGES } from '../../step/conversation.ts'
import { defineStep } from '../../step/defineStep.ts'
import { emphasize, emphasizeList } from '../../step/emphasize.ts'
import { checkNames, namedPorts } from '../../step/uniqueNames.ts'
import { type RouterConfig, routerSchema } from './routerSchema.ts'

/** The step type that lets a model choose the way. The question and the answer do not join the conversation. */
export const routerStep = defineStep({
  name: 'router',
  version: 1,
  title: 'Router',
  description: 'Lets a model choose which way to go.',
  category: 'logic',
  icon: 'route',
  schema: routerSchema,
  ports: ({ routes }) => ({
    inputs: [{ id: 'in', label: t('In') }],
    outputs: namedPorts(routes.map(({ name }) => name)),
  }),
  reads: ({ prompt }) => (prompt === '' ? [MESSAGES] : []),
  writes: ({ writes }) => (writes === '' ? [] : [writes]),
  texts: ({ prompt }) => [{ path: 'config.prompt', text: prompt, language: 'template' }],
  model: ({ llmConfig }) => (llmConfig === undefined ? {} : { llmConfig }),
  validate: ({ routes, writes }) => [
    ...checkNames(
      'routes',
      'route',
      routes.map(({ name }) => name),
    ),
    ...checkRest(routes, writes),
  ],
  summarize: ({ routes, llmConfig }) => {
    const names = routes.map(({ name }) => name).filter((name) => name !== '')
    const model = llmConfig?.model ? emphasize(llmConfig.model) : t('the model')
    return names.length === 0
      ? t('Let {model} choose the way', { model })
      : t('Let {model} choose {names}', { model, names: emphasizeList(names, 'or') })
  },
  run: async (state, context) => (await import('./chooseWay.ts')).chooseWay(state, context),
  examples: [
    {
      title: 'Support requests',
      config: {
        prompt: 'Which kind of request is this? {question}',
        routes: [
          { name: 'refund', description: 'The customer wants money back' },
          { name: 'technical', description: 'Something does not work' },
          { name: 'other', description: 'Everything else' },
        ],
        writes: 'category',
      },
    },
  ],
})

function checkRest(routes: RouterConfig['routes'], writes: string): readonly Problem[] {
  const problems: Problem[] = []
  if (routes.length === 0) {
    const message = t('Add at least one route for the model to choose.')
    problems.push({ code: 'step.config', severity: 'error', path: 'config.routes', message })
  }
  if (writes === MESSAGES) {
    const message = t('The name of a route is no message: choose another field.')
    problems.push({ code: 'step.config', severity: 'error', path: 'config.writes', message })
  }
  return problems
}
