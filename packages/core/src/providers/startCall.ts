import type { LLMConfig } from '../config/AgentConfig.ts'
import { AgentError } from '../errors/AgentError.ts'
import { word } from '../language/word.ts'
import type { KeySource } from '../models/ChatModel.ts'
import type { ModelFaultContext } from '../models/createModelFault.ts'
import { createModelFetch } from '../models/createModelFetch.ts'
import type { Usage } from '../models/Message.ts'
import { type ProviderTarget, resolveProvider } from '../models/resolveProvider.ts'
import { type AnswerCollector, createAnswerCollector } from './collectAnswer.ts'
import type { LangChainProvider } from './LangChainProvider.ts'

export interface ModelServices {
  readonly keys: KeySource
  readonly fetch: typeof fetch
}

/** One try to get an answer, while it goes on. */
export interface Call {
  readonly target: ProviderTarget
  readonly key: string | undefined
  readonly context: ModelFaultContext
  readonly answer: AnswerCollector
  usage: Partial<Usage> | undefined
  /** The provider's word for how the answer ended, or `[DONE]`. */
  end: string | undefined
  /** The fault that the request or the stream met, whatever the client made of it. */
  fault: AgentError | undefined
  /** Whether the client has made its request: what it throws before that is about the request. */
  asked: boolean
}

/** Finds the server and the key. Throws `secret.missing` when there is none and one is required. */
export async function startCall(config: LLMConfig, { keys }: ModelServices): Promise<Call> {
  const target = resolveProvider(config)
  const { keyRef, host, needsKey } = target
  const found = await keys.get(keyRef, host)
  const key = found === '' ? undefined : found
  if (key === undefined && needsKey === 'required') {
    throw new AgentError(
      'secret.missing',
      word(
        'There is no key named "{keyRef}" for {host}. Add it under API keys (in code: services.keys), or choose the practice model.',
        { keyRef, host },
      ),
      { detail: { host, model: config.model } },
    )
  }
  const { model, maxTokens } = config
  const secrets = key === undefined ? [] : [key]
  return {
    target,
    key,
    context: { host, model, keyRef, hasKey: key !== undefined, maxTokens, secrets },
    answer: createAnswerCollector(),
    usage: undefined,
    end: undefined,
    fault: undefined,
    asked: false,
  }
}

/** The `fetch` of one try, which notes in the call what it learns. */
export function createCallFetch(
  call: Call,
  provider: LangChainProvider,
  { fetch: send }: ModelServices,
  signal: AbortSignal,
): typeof fetch {
  return createModelFetch({
    fetch: (input, init) => {
      call.asked = true
      return send(input, init)
    },
    context: call.context,
    signal,
    protocol: provider.protocol,
    readEvent: (event) => {
      const { end, usage, error } = provider.readEvent(event)
      call.end = end ?? call.end
      if (usage !== undefined) call.usage = { ...call.usage, ...usage }
      return error
    },
    onDone: () => {
      call.end ??= '[DONE]'
    },
    isComplete: () => call.end !== undefined,
    onFault: (fault) => {
      call.fault ??= fault
    },
    ...(provider.prelude === undefined ? {} : { prelude: provider.prelude }),
    ...(provider.fromWhole === undefined ? {} : { fromWhole: provider.fromWhole }),
  })
}
