import { AgentError } from '../../errors/AgentError.ts'
import type { Problem } from '../../errors/Problem.ts'
import type { Message } from '../../models/Message.ts'
import type { State } from '../../state/StateType.ts'
import { MESSAGES, readMessages } from '../../step/conversation.ts'
import { defineStep } from '../../step/defineStep.ts'
import { emphasize, emphasizeList } from '../../step/emphasize.ts'
import type { StepContext } from '../../step/StepContext.ts'
import { type Exit, exit } from '../../step/StepResult.ts'
import { checkNames, namedPorts } from '../../step/uniqueNames.ts'
import { renderTemplate } from '../../templates/renderTemplate.ts'
import { askForRoute, askModel, readRoute } from './chooseRoute.ts'
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
    inputs: [{ id: 'in', label: 'In' }],
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
    const model = llmConfig?.model ? emphasize(llmConfig.model) : 'the model'
    return names.length === 0 ? `Let ${model} choose the way` : `Let ${model} choose ${emphasizeList(names, 'or')}`
  },
  run: chooseWay,
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

async function chooseWay(state: State, context: StepContext<RouterConfig>): Promise<Exit> {
  const { routes, writes, llmConfig } = context.config
  const model = await context.models.get(llmConfig)
  const request = askForRoute(routes, readSubject(state, context))
  // The text of this answer is for the router, not for the person who watches.
  const answer = await askModel(model, { ...request, signal: context.signal, onDelta: () => undefined })
  const route = readRoute(answer, routes, context.stepId)
  return exit(route, writes === '' ? undefined : { [writes]: route })
}

/** What is to be judged: the prompt, or without one the conversation so far. */
function readSubject(
  state: State,
  { config, models, stepId, nodeName }: StepContext<RouterConfig>,
): readonly Message[] {
  if (config.prompt === '') {
    const messages = models.remember(readMessages(state))
    if (messages.length > 0) return messages
    const message = `Step "${nodeName}" has nothing to judge: it has no prompt, and there is no conversation yet.`
    throw new AgentError('step.config', message, { stepId, path: 'config.prompt' })
  }
  const place = { stepId, nodeName, kind: 'Prompt', path: 'config.prompt' }
  return [{ role: 'user', content: renderTemplate(config.prompt, state, place) }]
}

function checkRest(routes: RouterConfig['routes'], writes: string): readonly Problem[] {
  const problems: Problem[] = []
  if (routes.length === 0) {
    const message = 'Add at least one route for the model to choose.'
    problems.push({ code: 'step.config', severity: 'error', path: 'config.routes', message })
  }
  if (writes === MESSAGES) {
    const message = 'The name of a route is no message: choose another field.'
    problems.push({ code: 'step.config', severity: 'error', path: 'config.writes', message })
  }
  return problems
}
