import type { LLMConfig } from '../config/AgentConfig.ts'
import { AgentError } from '../errors/AgentError.ts'
import { toStopped } from '../errors/toStopped.ts'
import { word } from '../language/word.ts'
import { askForJson } from '../models/askForJson.ts'
import type { ChatAnswer, ChatModel, ChatRequest } from '../models/ChatModel.ts'
import { createModelFault, type ModelFaultContext } from '../models/createModelFault.ts'
import { faultOfEnd } from '../models/faultOfEnd.ts'
import type { Usage } from '../models/Message.ts'
import { parseAnswer } from '../models/parseAnswer.ts'
import { providerTable } from '../models/providerTable.ts'
import { toModelProblem } from '../models/toModelProblem.ts'
import type { LangChainProvider } from './LangChainProvider.ts'
import { type Call, createCallFetch, type ModelServices, startCall } from './startCall.ts'
import { toLangChainMessages } from './toLangChainMessages.ts'

/** A refusal that speaks of the form of the answer: the server or the model cannot be asked for JSON in its own way. */
const refusesForm = /response_?format|json|schema|format|structured|grammar/i

/** A chat model over one provider's LangChain client. Each question makes a client of its own, with its own `fetch`. */
export function createLangChainModel(
  config: LLMConfig,
  services: ModelServices,
  provider: LangChainProvider,
): ChatModel {
  const ask = async (request: ChatRequest, native: boolean): Promise<ChatAnswer> => {
    const { messages, output, signal, tools } = request
    const call = await startCall(config, services)
    try {
      const worded = output === undefined || native ? messages : askForJson(messages, output)
      const stream = await provider.open(
        {
          config,
          target: call.target,
          key: call.key ?? 'none',
          fetch: createCallFetch(call, provider, services, signal),
        },
        {
          messages: toLangChainMessages(worded, provider.oneSystemMessage),
          tools,
          output: native ? output : undefined,
          signal,
        },
      )
      for await (const chunk of stream) {
        const text = call.answer.add(chunk)
        if (text !== '') request.onDelta?.(text)
      }
      return toAnswer(call, request)
    } catch (error) {
      if (signal.aborted) throw toStopped(signal)
      throw withPartialText(toFault(call, error), call.answer.text())
    }
  }

  return {
    config,
    async chat(request) {
      if (request.signal.aborted) throw toStopped(request.signal)
      try {
        return await ask(request, providerTable[config.provider].structuredOutput === 'native')
      } catch (error) {
        // Nothing was generated and nothing is billed: the same question in other words is still one try.
        if (request.output === undefined || !isRefusalOfForm(error)) throw error
        return ask(request, false)
      }
    },
  }
}

/** The whole answer, or the fault that its end means. */
function toAnswer(call: Call, { output }: ChatRequest): ChatAnswer {
  const { context, answer } = call
  if (call.fault !== undefined) throw call.fault
  if (call.end === undefined) throw createModelFault('provider.incomplete', context)
  const bad = faultOfEnd(call.end)
  if (bad !== undefined) throw createModelFault(bad, context, { providerCode: call.end })
  const asked = answer.toolCalls()
  if (!asked.ok)
    throw createModelFault('provider.badToolCall', context, {
      hint: word('The tool is "{name}".', { name: asked.name }),
    })
  const content = answer.text()
  if (content.trim() === '' && asked.calls.length === 0) throw createModelFault('provider.empty', context)
  const parsed = output === undefined || asked.calls.length > 0 ? undefined : parseAnswer(content, output, context)
  return {
    message: { role: 'assistant', content, ...(asked.calls.length === 0 ? {} : { toolCalls: asked.calls }) },
    ...(parsed === undefined ? {} : { output: parsed }),
    ...(call.usage === undefined ? {} : { usage: toUsage(call.usage) }),
  }
}

function toUsage({ inputTokens = 0, outputTokens = 0, totalTokens }: Partial<Usage>): Usage {
  return { inputTokens, outputTokens, totalTokens: totalTokens ?? inputTokens + outputTokens }
}

function toFault(call: Call, error: unknown): AgentError {
  if (call.fault !== undefined) return call.fault
  if (call.asked) return toModelProblem(error, call.context)
  return toRequestFault(error, call.context)
}

/** A client that refuses its settings before it asks anything. */
function toRequestFault(error: unknown, context: ModelFaultContext): AgentError {
  if (AgentError.isInstance(error)) return error
  const text = error instanceof Error ? error.message : String(error)
  return createModelFault('provider.badRequest', context, { text })
}

function isRefusalOfForm(error: unknown): boolean {
  if (!AgentError.isInstance(error)) return false
  return error.code === 'provider.badRequest' && refusesForm.test(error.detail?.text ?? '')
}

/** The fault with what had arrived before it, so that nothing is lost. */
function withPartialText(fault: AgentError, partialText: string): AgentError {
  if (partialText === '') return fault
  const known = typeof fault.detail?.detail === 'object' ? fault.detail.detail : {}
  return new AgentError(fault.code, fault.message, {
    detail: { ...fault.detail, detail: { ...known, partialText } },
    retryable: fault.retryable,
  })
}
