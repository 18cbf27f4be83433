import type { Json } from '../json/Json.ts'

/** A model's request to use a tool. */
export interface ToolCall {
  readonly id: string
  readonly name: string
  readonly args: { readonly [key: string]: Json }
}

/** One turn of a conversation, as plain JSON. `messages` state fields hold a list of these. */
export interface Message {
  /** Unique within the list; a message with a known id replaces that one. Given when missing. */
  readonly id?: string
  readonly role: 'system' | 'user' | 'assistant' | 'tool'
  readonly content: string
  /** The calls an assistant turn asks for. */
  readonly toolCalls?: readonly ToolCall[]
  /** On a `tool` turn: the call it answers. */
  readonly toolCallId?: string
  readonly name?: string
}

/** Tokens as the provider counted them. */
export interface Usage {
  readonly inputTokens: number
  readonly outputTokens: number
  readonly totalTokens: number
}
