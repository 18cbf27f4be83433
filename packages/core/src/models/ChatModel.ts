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
 * A chat model behind one door, whatever the provider. `chat` rejects with an `AgentError` whose code starts with
 * `provider.`: never with the provider's own error. It makes exactly one try.
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
