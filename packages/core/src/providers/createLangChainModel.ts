import type { LLMConfig } from '../config/AgentConfig.ts'
import { AgentError } from '../errors/AgentError.ts'
import { toStopped } from '../errors/toStopped.ts'
import type { JsonObject } from '../json/Json.ts'
import { askForJson } from '../models/askForJson.ts'
import type { ChatAnswer, ChatModel, ChatRequest, KeySource } from '../models/ChatModel.ts'
import { createModelFault, type ModelFaultContext } from '../models/createModelFault.ts'
import { createModelFetch } from '../models/createModelFetch.ts'
import { faultOfEnd } from '../models/faultOfEnd.ts'
import type { Usage } from '../models/Message.ts'
import { parseAnswer } from '../models/parseAnswer.ts'
import { type ProviderTarget, resolveProvider } from '../models/resolveProvider.ts'
import { toModelProblem } from '../models/toModelProblem.ts'
import { type AnswerCollector, createAnswerCollector } from './collectAnswer.ts'
import type { LangChainProvider } from './LangChainProvider.ts'
import { toLangChainMessages } from './toLangChainMessages.ts'

export interface ModelServices {
  readonly keys: KeySource
  readonly fetch: typeof fetch
}

/** One try, while it goes on. */
interface Call {
  readonly target: ProviderTarget
  readonly key: string | undefined
  readonly context: ModelFaultContext
  readonly answer: AnswerCollector
  usage: Partial<Usage> | undefined
  /** The provider's word for how the answer ended, or `[DONE]`. */
  end: string | undefined
  fault: AgentError | undefined
}

/** A refusal that speaks of the form of the answer: the server or the model cannot be asked for JSON in its own way. */
const refusesForm = /response_?format|json|schema|format|structured|grammar/i

/** A chat model over one provider's LangChain client. */
export function createLangChainModel(
  config: LLMConfig,
  services: ModelServices,
  provider: LangChainProvider,
): ChatModel {
  const ask = async (request: ChatRequest, native: boolean): Promise<ChatAnswer> => {
    const call = await startCall(config, services)
    try {
      await streamAnswer(call, request, native)
      return toAnswer(call, request)
    } catch (error) {
      if (request.signal.aborted) throw toStopped(request.signal)
      const fault = call.fault ?? toModelProblem(error, call.context)
      throw withPartialText(fault, call.answer.text())
    }
  }

  const streamAnswer = async (call: Call, request: ChatRequest, native: boolean): Promise<void> => {
    const { output, signal } = request
    const plain = output === undefined || native ? request.messages : askForJson(request.messages, output)
    const fetch = createModelFetch({
      fetch: services.fetch,
      context: call.context,
      signal,
      protocol: provider.protocol,
      readEvent: (event) => readEvent(call, provider, event),
      onDone: () => {
        call.end ??= '[DONE]'
      },
      isComplete: () => call.end !== undefined,
      onFault: (fault) => {
        call.fault ??= fault
      },
      ...(provider.fromWhole === undefined ? {} : { fromWhole: provider.fromWhole }),
    })
    const messages = toLangChainMessages(plain, provider.oneSystemMessage)
    const question = { messages, tools: request.tools, output: native ? output : undefined, signal }
    const stream = await provider.open({ config, target: call.target, key: call.key ?? 'none', fetch }, question)
    for await (const chunk of stream) {
      const text = call.answer.add(chunk)
      if (text !== '') request.onDelta?.(text)
    }
  }

  return {
    config,
    async chat(request) {
      if (request.signal.aborted) throw toStopped(request.signal)
      try {
        return await ask(request, true)
      } catch (error) {
        // Nothing was generated and nothing is billed: the same question in other words is still one try.
        if (request.output === undefined || !isRefusalOfForm(error)) throw error
        return ask(request, false)
      }
    },
  }
}

async function startCall(config: LLMConfig, { keys }: ModelServices): Promise<Call> {
  const target = resolveProvider(config)
  const { keyRef, host, needsKey } = target
  const found = await keys.get(keyRef, host)
  const key = found === '' ? undefined : found
  if (key === undefined && needsKey === 'required') {
    throw new AgentError(
      'secret.missing',
      `There is no key named "${keyRef}" for ${host}. Add it under Keys (in code: services.keys), or choose the practice model.`,
      { detail: { host, model: config.model } },
    )
  }
  return {
    target,
    key,
    context: {
      host,
      model: config.model,
      keyRef,
      hasKey: key !== undefined,
      maxTokens: config.maxTokens,
      secrets: key === undefined ? [] : [key],
    },
    answer: createAnswerCollector(),
    usage: undefined,
    end: undefined,
    fault: undefined,
  }
}

function readEvent(call: Call, provider: LangChainProvider, event: JsonObject) {
  const { end, usage, error } = provider.readEvent(event)
  call.end = end ?? call.end
  if (usage !== undefined) call.usage = { ...call.usage, ...usage }
  return error
}

/** The whole answer, or the fault that its end means. */
function toAnswer(call: Call, { output }: ChatRequest): ChatAnswer {
  const { context, answer } = call
  if (call.fault !== undefined) throw call.fault
  if (call.end === undefined) throw createModelFault('provider.incomplete', context)
  const bad = faultOfEnd(call.end)
  if (bad !== undefined) throw createModelFault(bad, context, { providerCode: call.end })
  const asked = answer.toolCalls()
  if (!asked.ok) throw createModelFault('provider.badToolCall', context, { hint: `The tool is "${asked.name}".` })
  const content = answer.text()
  if (content.trim() === '' && asked.calls.length === 0) throw createModelFault('provider.empty', context)
  const parsed = output === undefined || asked.calls.length > 0 ? undefined : parseAnswer(content, output, context)
  return {
    message: { role: 'assistant', content, ...(asked.calls.length === 0 ? {} : { toolCalls: asked.calls }) },
    ...(parsed === undefined ? {} : { output: parsed }),
    ...(call.usage === undefined ? {} : { usage: toUsage(call.usage) }),
  }
}

function toUsage({
  inputTokens = 0,
  outputTokens = 0,
  totalTokens = inputTokens + outputTokens,
}: Partial<Usage>): Usage {
  return { inputTokens, outputTokens, totalTokens }
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
