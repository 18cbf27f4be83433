import { AgentError } from '../../errors/AgentError.ts'
import type { ChatModel, ChatRequest } from '../../models/ChatModel.ts'
import type { Message } from '../../models/Message.ts'
import type { State } from '../../state/StateType.ts'
import { addMessages, readMessages } from '../../step/conversation.ts'
import { isChatModel } from '../../step/isChatModel.ts'
import { parseConfig } from '../../step/parseConfig.ts'
import { readStructuredAnswer } from '../../step/readStructuredAnswer.ts'
import type { StepContext } from '../../step/StepContext.ts'
import { type Exit, exit, type Update } from '../../step/StepResult.ts'
import { TOOLS_EXIT } from '../../step/toolsExit.ts'
import { renderTemplate } from '../../templates/renderTemplate.ts'
import { type LLMCodeSettings, type LLMStepConfig, type LLMStepInput, llmStepSchema } from './llmStepSchema.ts'

/** What is sent, and the person's turn in it, rendered; undefined when the step has no prompt of its own. */
interface Conversation {
  readonly messages: readonly Message[]
  readonly prompt: string | undefined
}

/**
 * One model step (petal's `LLMStep`). It sends the system prompt, the conversation so far and the prompt, in this
 * order, and adds the prompt and the answer to `messages`. The system prompt is never stored.
 */
export class LLMStep {
  readonly config: LLMStepConfig
  readonly #code: LLMCodeSettings

  /** Throws an `AgentError` `step.config` when the settings cannot be used. */
  constructor(config: LLMStepInput, code: LLMCodeSettings = config) {
    this.config = parseConfig(llmStepSchema, config, 'Ask a model')
    this.#code = code
  }

  /**
   * Asks the model once.
   *
   * @throws AgentError `template.missing` before anything is sent, `provider.…` when the model cannot answer
   */
  async run(state: State, context: StepContext): Promise<Update | Exit> {
    const model = await this.#model(context)
    const { messages, prompt } = this.#converse(state, context)
    const { structuredOutput, writes } = this.config
    const request: ChatRequest = { messages, signal: context.signal, onDelta: (text) => context.emit(text) }
    if (structuredOutput !== undefined) {
      const { schema } = structuredOutput
      const answer = await model.chat({ ...request, output: { name: 'answer', schema } })
      return readStructuredAnswer(answer, structuredOutput, this.#code.structuredOutputModel)
    }
    const { message } = await model.chat({ ...request, ...this.#offerTools(context) })
    // A prompt that renders to nothing is sent, but is no turn worth keeping.
    const turns: readonly Message[] = prompt ? [{ role: 'user', content: prompt }, message] : [message]
    if (message.toolCalls !== undefined && message.toolCalls.length > 0) return exit(TOOLS_EXIT, addMessages(...turns))
    return { ...addMessages(...turns), ...(writes === '' ? {} : { [writes]: message.content }) }
  }

  /** Chosen before any template is rendered, so that a model that cannot be had is what one hears of first. */
  #model(context: StepContext): Promise<ChatModel> {
    return context.models.get(isChatModel(this.#code.llm) ? this.#code.llm : this.config.llmConfig)
  }

  #offerTools({ tools }: StepContext): Pick<ChatRequest, 'tools'> {
    return this.config.tools.length === 0 ? {} : { tools: tools.list(this.config.tools) }
  }

  #converse(state: State, context: StepContext): Conversation {
    const { systemPrompt, useHistory } = this.config
    // Results of tools are what this step asked for: the question they belong to was put before.
    const goesOn = this.config.tools.length > 0 && useHistory && readMessages(state).at(-1)?.role === 'tool'
    const promptTemplate = goesOn ? '' : this.config.promptTemplate
    const place = { stepId: context.stepId, nodeName: context.nodeName }
    const messages: Message[] = []
    if (systemPrompt !== '') {
      const at = { ...place, kind: 'System prompt', path: 'config.systemPrompt' }
      messages.push({ role: 'system', content: renderTemplate(systemPrompt, state, at) })
    }
    if (useHistory) messages.push(...context.models.remember(readMessages(state)))
    if (promptTemplate !== '') {
      const at = { ...place, kind: 'Prompt', path: 'config.promptTemplate' }
      messages.push({ role: 'user', content: renderTemplate(promptTemplate, state, at) })
    }
    if (messages.length === 0) throw nothingToSend(context)
    return { messages, prompt: promptTemplate === '' ? undefined : messages.at(-1)?.content }
  }
}

function nothingToSend({ stepId, nodeName }: StepContext): AgentError {
  return new AgentError(
    'step.config',
    `Step "${nodeName}" has nothing to send: it has no prompt, and there is no conversation yet.`,
    { stepId, path: 'config.promptTemplate' },
  )
}
