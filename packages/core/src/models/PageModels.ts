import type { JsonObject } from '../json/Json.ts'
import type { Usage } from './Message.ts'

/** One turn, in the words that every model in a page understands: no calls of tools, one system turn at the start. */
export interface PageMessage {
  readonly role: 'system' | 'user' | 'assistant'
  readonly content: string
}

/** A question to a model that runs in the page. Plain data: it may cross from a worker to the page. */
export interface PageQuestion {
  /** As the settings name it: `built-in`, `webllm:…`, `transformers:…`. */
  readonly model: string
  /** The last one is the user's; user and assistant take turns. */
  readonly messages: readonly PageMessage[]
  readonly temperature: number
  readonly maxTokens: number
  /** JSON Schema of the answer, for models that can be held to one. */
  readonly schema?: JsonObject
}

/** A whole answer. */
export interface PageAnswer {
  readonly text: string
  /** `length`: cut off at the limit of tokens, or at the end of the model's context. */
  readonly end: 'stop' | 'length'
  readonly usage?: Usage
}

/** Whether a model can be asked: it is on this device, it can be downloaded to it, or why neither. */
export type PageModelState =
  | { readonly kind: 'ready' /** Whether it can be taken off this device again. */; readonly removable?: true }
  | { readonly kind: 'download' }
  | {
      readonly kind: 'unavailable'
      readonly reason: string /** The same where that is in another language. */
      readonly english?: string
    }

/** The models that run in the page, whatever runs them. Neither asks for a download. */
export interface PageModels {
  check(model: string): Promise<PageModelState>
  /** Rejects with an `AgentError` whose code starts with `provider.`, with any other error, or with the signal's reason. */
  chat(
    question: PageQuestion,
    listen: { readonly signal: AbortSignal; onDelta(text: string): void },
  ): Promise<PageAnswer>
}
