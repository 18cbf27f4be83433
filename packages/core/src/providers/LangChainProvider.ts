import type { AIMessageChunk, BaseMessage } from '@langchain/core/messages'
import type { LLMConfig } from '../config/AgentConfig.ts'
import type { JsonObject } from '../json/Json.ts'
import type { ChatRequest } from '../models/ChatModel.ts'
import type { Usage } from '../models/Message.ts'
import type { StreamProtocol } from '../models/readEvents.ts'
import type { ProviderWords } from '../models/readProviderWords.ts'
import type { ProviderTarget } from '../models/resolveProvider.ts'

/** What a client is made from, for one question. */
export interface Connection {
  readonly config: LLMConfig
  readonly target: ProviderTarget
  /** Never empty, because clients insist on one; without a key no header that carries it leaves. */
  readonly key: string
  readonly fetch: typeof fetch
}

/** One question as a client gets it. */
export interface Question {
  readonly messages: BaseMessage[]
  readonly tools: ChatRequest['tools']
  /** Set when the provider's own way of asking for JSON is to be used. */
  readonly output: ChatRequest['output']
  readonly signal: AbortSignal
}

/** What one event of the provider's stream tells about the answer as a whole. */
export interface EventReading {
  /** Why the answer ends, in the provider's word. */
  readonly end?: string | undefined
  /** Counts so far; a later one replaces an earlier one. */
  readonly usage?: Partial<Usage> | undefined
  readonly error?: ProviderWords | undefined
}

/** How one provider's LangChain client is opened, and how its protocol is read. */
export interface LangChainProvider {
  readonly protocol: StreamProtocol
  /** Whether it takes one system message only, at the start. */
  readonly oneSystemMessage: boolean
  open(connection: Connection, question: Question): Promise<AsyncIterable<AIMessageChunk>>
  readEvent(event: JsonObject): EventReading
  /** An event that the client gets before the answer's own. */
  readonly prelude?: JsonObject
  /** Turns an answer that came in one piece into the events it would have been streamed as. */
  fromWhole?(answer: JsonObject): readonly JsonObject[]
}
