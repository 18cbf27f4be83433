import type { Message } from '../../models/Message.ts'

/** Characters a token stands for, on average. Only to bound a history; providers count for themselves. */
export const CHARACTERS_PER_TOKEN = 4

/** About how many tokens some messages are. */
export function countTokens(messages: readonly Message[]): number {
  return messages.reduce((sum, message) => sum + countOne(message), 0)
}

function countOne({ content, toolCalls }: Message): number {
  const length = content.length + (toolCalls === undefined ? 0 : JSON.stringify(toolCalls).length)
  return Math.ceil(length / CHARACTERS_PER_TOKEN)
}
