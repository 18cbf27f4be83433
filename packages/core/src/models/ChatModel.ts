import type { LLMConfig } from '../config/AgentConfig.ts'
import type { Json } from '../json/Json.ts'
import type { Message, Usage } from './Message.ts'

/** A tool as a model sees it. */
export interface ToolSpec {
  readonly name: string
  readonly description: string
  /** JSON Schema of its arguments. */
  readonly parameters: { readonly [key: string]: Json }
}

/** One question to a model. */
export interface ChatRequest {
  readonly messages: readonly Message[]
  readonly tools?: readonly ToolSpec[]
  /** Ask for an object of this JSON Schema instead of text. */
  readonly output?: { readonly name: string; readonly schema: { readonly [key: string]: Json } }
  readonly signal: AbortSignal
  /** Called with each piece of text as it arrives. */
  onDelta?(text: string): void
}

/** A model's whole answer. */
export interface ChatAnswer {
  readonly message: Message
  /** The parsed object, when `output` was asked for. */
  readonly output?: Json
  readonly usage?: Usage
}

/**
 * A chat model behind one door, whatever the provider. `chat` makes exactly one try, and rejects with an `AgentError`:
 * never with the provider's own error. Its code starts with `provider.`; or it is `secret.missing`, or what the
 * `KeySource` threw; or, when the signal aborts, its reason if that is an `AgentError`, else `run.stopped` or
 * `run.timeout`. `detail.detail` may hold `partialText` (what had arrived) and `retryAfterMs`.
 */
export interface ChatModel {
  readonly config: LLMConfig
  chat(request: ChatRequest): Promise<ChatAnswer>
}

/** Gives the API key saved under a reference, or nothing. The host is the one about to be asked. */
export interface KeySource {
  get(keyRef: string, host: string): string | undefined | Promise<string | undefined>
}

/** Makes a chat model from settings. The default one is `createChatModel` of `providers`. */
export type ChatModelFactory = (
  config: LLMConfig,
  services: { readonly keys: KeySource; readonly fetch: typeof fetch },
) => Promise<ChatModel>
