import { AgentError } from '../../errors/AgentError.ts'
import { msg } from '../../language/msg.ts'
import { word } from '../../language/word.ts'
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
    const { messages, prompt } = await this.#converse(state, context)
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

  async #converse(state: State, context: StepContext): Promise<Conversation> {
    const { useHistory, tools } = this.config
    // Results of tools are what this step asked for: the question they belong to was put before.
    const goesOn = tools.length > 0 && useHistory && readMessages(state).at(-1)?.role === 'tool'
    const system = this.#render('systemPrompt', msg('System prompt'), state, context)
    const prompt = goesOn ? undefined : this.#render('promptTemplate', msg('Prompt'), state, context)
    const history = useHistory ? await context.models.remember(readMessages(state), prompt) : []
    const messages: readonly Message[] = [
      ...(system === undefined ? [] : [{ role: 'system', content: system } as const]),
      ...history,
      ...(prompt === undefined ? [] : [{ role: 'user', content: prompt } as const]),
    ]
    if (messages.length === 0) throw nothingToSend(context)
    return { messages, prompt }
  }

  /** A text of the settings with its values; undefined when it is empty. */
  #render(
    key: 'systemPrompt' | 'promptTemplate',
    kind: string,
    state: State,
    { stepId, nodeName }: StepContext,
  ): string | undefined {
    const text = this.config[key]
    return text === '' ? undefined : renderTemplate(text, state, { stepId, nodeName, kind, path: `config.${key}` })
  }
}

function nothingToSend({ stepId, nodeName }: StepContext): AgentError {
  return new AgentError(
    'step.config',
    word('Step "{nodeName}" has nothing to send: it has no prompt, and there is no conversation yet.', { nodeName }),
    { stepId, path: 'config.promptTemplate' },
  )
}
