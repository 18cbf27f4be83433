import type { LLMConfig } from '../config/AgentConfig.ts'
import { AgentError } from '../errors/AgentError.ts'
import { toStopped } from '../errors/toStopped.ts'
import { word } from '../language/word.ts'
import { askForJson } from '../models/askForJson.ts'
import type { ChatAnswer, ChatModel, ChatRequest } from '../models/ChatModel.ts'
import { createModelFault, type ModelFaultContext } from '../models/createModelFault.ts'
import type { PageAnswer, PageModels } from '../models/PageModels.ts'
import { parseAnswer } from '../models/parseAnswer.ts'
import { readToolCall, tellTools } from './browser/toolWords.ts'
import { toPageMessages } from './browser/toPageMessages.ts'

/** How an answer begins that may be a call of a tool. */
const beginsLikeCall = /^\s*(?:$|[`{])/

/** A model that runs in the page. Without a page every question says so. */
export function createBrowserModel(config: LLMConfig, page: PageModels | undefined): ChatModel {
  return {
    config,
    async chat(request) {
      if (page === undefined) throw noPage(config)
      if (request.signal.aborted) throw toStopped(request.signal)
      let text = ''
      let told = 0
      const hasTools = (request.tools ?? []).length > 0
      const onDelta = (delta: string): void => {
        text += delta
        if (hasTools && beginsLikeCall.test(text)) return
        request.onDelta?.(text.slice(told))
        told = text.length
      }
      try {
        await refuseUnready(page, config)
        const answer = await page.chat(toQuestion(config, request), { signal: request.signal, onDelta })
        return toAnswer(answer, config, request)
      } catch (error) {
        if (request.signal.aborted) throw toStopped(request.signal)
        throw toFault(error, config, text)
      }
    },
  }
}

async function refuseUnready(page: PageModels, config: LLMConfig): Promise<void> {
  const state = await page.check(config.model)
  if (state.kind === 'download') throw createModelFault('provider.notLoaded', toContext(config))
  if (state.kind === 'unavailable')
    throw createModelFault('provider.unsupported', toContext(config), {
      hint: { english: state.english ?? state.reason, said: state.reason },
    })
}

function toQuestion({ model, temperature, maxTokens }: LLMConfig, request: ChatRequest) {
  const { messages, tools = [], output } = request
  const withTools = tools.length === 0 ? messages : tellTools(messages, tools)
  const asked = output === undefined ? withTools : askForJson(withTools, output)
  return {
    model,
    messages: toPageMessages(asked),
    temperature,
    maxTokens,
    // Held to a schema it could not call a tool.
    ...(output === undefined || tools.length > 0 ? {} : { schema: output.schema }),
  }
}

function toAnswer({ text, end, usage }: PageAnswer, config: LLMConfig, request: ChatRequest): ChatAnswer {
  const context = toContext(config)
  if (end === 'length') throw createModelFault('provider.lengthLimit', context, partial(text))
  if (text.trim() === '') throw createModelFault('provider.empty', context)
  const { tools = [], output } = request
  const call = readToolCall(text, tools)
  const counts = usage === undefined ? {} : { usage }
  if (call !== undefined) return { message: { role: 'assistant', content: '', toolCalls: [call] }, ...counts }
  const parsed = output === undefined ? {} : { output: parseAnswer(text, output, context) }
  return { message: { role: 'assistant', content: text }, ...parsed, ...counts }
}

function toFault(error: unknown, config: LLMConfig, text: string): AgentError {
  if (AgentError.isInstance(error)) return error
  const words = error instanceof Error ? error.message : String(error)
  return createModelFault('provider.server', toContext(config), { text: words, ...partial(text) })
}

function partial(text: string) {
  return text === '' ? {} : { detail: { partialText: text } }
}

function noPage({ model }: LLMConfig): AgentError {
  return new AgentError(
    'provider.unsupported',
    word(
      '"{model}" runs in the page of Petal Studio, and there is no such page here. Open the agent there, or choose another provider.',
      { model },
    ),
    { detail: { model } },
  )
}

function toContext({ model, maxTokens }: LLMConfig): ModelFaultContext {
  return { host: word('The model in this browser'), model, keyRef: '', hasKey: false, maxTokens, secrets: [] }
}
