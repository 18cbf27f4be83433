import { AgentError } from '../../errors/AgentError.ts'
import { msg } from '../../language/msg.ts'
import { word } from '../../language/word.ts'
import type { Message } from '../../models/Message.ts'
import type { State } from '../../state/StateType.ts'
import { readMessages } from '../../step/conversation.ts'
import type { StepContext } from '../../step/StepContext.ts'
import { type Exit, exit } from '../../step/StepResult.ts'
import { renderTemplate } from '../../templates/renderTemplate.ts'
import { askForRoute, askModel, readRoute } from './chooseRoute.ts'
import type { RouterConfig } from './routerSchema.ts'

/** Lets the model choose a route, and leaves by it. */
export async function chooseWay(state: State, context: StepContext<RouterConfig>): Promise<Exit> {
  const { routes, writes, llmConfig } = context.config
  const model = await context.models.get(llmConfig)
  const request = askForRoute(routes, await readSubject(state, context))
  // The text of this answer is for the router, not for the person who watches.
  const answer = await askModel(model, { ...request, signal: context.signal, onDelta: () => undefined })
  const route = readRoute(answer, routes, context.stepId)
  return exit(route, writes === '' ? undefined : { [writes]: route })
}

/** What is to be judged: the prompt, or without one the conversation so far. */
async function readSubject(
  state: State,
  { config, models, stepId, nodeName }: StepContext<RouterConfig>,
): Promise<readonly Message[]> {
  if (config.prompt === '') {
    const messages = await models.remember(readMessages(state))
    if (messages.length > 0) return messages
    const message = word(
      'Step "{nodeName}" has nothing to judge: it has no prompt, and there is no conversation yet.',
      { nodeName },
    )
    throw new AgentError('step.config', message, { stepId, path: 'config.prompt' })
  }
  const place = { stepId, nodeName, kind: msg('Prompt'), path: 'config.prompt' }
  return [{ role: 'user', content: renderTemplate(config.prompt, state, place) }]
}
