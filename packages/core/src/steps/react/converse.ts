import { AgentError } from '../../errors/AgentError.ts'
import { msg } from '../../language/msg.ts'
import { word } from '../../language/word.ts'
import type { Message } from '../../models/Message.ts'
import type { State } from '../../state/StateType.ts'
import { readMessages } from '../../step/conversation.ts'
import type { StepContext } from '../../step/StepContext.ts'
import { reasoningInstruction } from '../../step/scratchpad.ts'
import { renderTemplate } from '../../templates/renderTemplate.ts'
import type { ReactConfig } from './reactSchema.ts'

/** What a react step begins with. */
export interface Opening {
  /** What is sent at first. */
  readonly sent: readonly Message[]
  /** What of it joins the conversation: the person's turn, if the step has a prompt. */
  readonly kept: readonly Message[]
}

/** The system prompt, the conversation so far and the prompt. */
export async function converse(state: State, context: StepContext<ReactConfig>): Promise<Opening> {
  const { config, stepId, nodeName, models } = context
  const system = systemPrompt(state, context)
  const place = { stepId, nodeName, kind: msg('Prompt'), path: 'config.promptTemplate' }
  const prompt = config.promptTemplate === '' ? undefined : renderTemplate(config.promptTemplate, state, place)
  const history = config.useHistory ? await models.remember(readMessages(state), prompt) : []
  if (prompt === undefined) {
    if (history.length > 0) return { sent: [...system, ...history], kept: [] }
    throw new AgentError(
      'step.config',
      word('Step "{nodeName}" has nothing to work on: it has no prompt, and there is no conversation yet.', {
        nodeName,
      }),
      { stepId, path: 'config.promptTemplate' },
    )
  }
  const turn: Message = { role: 'user', content: prompt }
  return { sent: [...system, ...history, turn], kept: prompt === '' ? [] : [turn] }
}

function systemPrompt(state: State, { config, stepId, nodeName }: StepContext<ReactConfig>): readonly Message[] {
  const render = (name: 'systemPrompt' | 'reasoningPrompt') =>
    renderTemplate(config[name], state, { stepId, nodeName, kind: msg('System prompt'), path: `config.${name}` }).trim()
  const role = render('systemPrompt') || 'You are a helpful assistant.'
  const reasoning = render('reasoningPrompt') || (config.scratchpadKey === '' ? '' : reasoningInstruction)
  const content = reasoning === '' || role.includes(reasoning) ? role : `${role}\n\n${reasoning}`
  return [{ role: 'system', content }]
}
