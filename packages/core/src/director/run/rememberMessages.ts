import type { MemoryConfig } from '../../config/AgentConfig.ts'
import type { Message } from '../../models/Message.ts'

/** Characters a token stands for, on average. Only to bound a history; providers count for themselves. */
const CHARACTERS_PER_TOKEN = 4

/**
 * The part of a history that the agent's memory lets a model see. `conversation`: all of it. `buffer`: the newest
 * messages within `maxTokens`, at least the newest one; a tool call is never parted from its answers, and instructions
 * (system messages) always stay. No memory, or memory switched off, means no limit.
 */
export function rememberMessages(messages: readonly Message[], memory: MemoryConfig | null): readonly Message[] {
  if (memory === null || !memory.enabled || memory.memoryType === 'conversation') return messages
  const instructions = messages.filter(({ role }) => role === 'system')
  const units = toUnits(messages.filter(({ role }) => role !== 'system'))
  let tokens = instructions.reduce((sum, message) => sum + countTokens(message), 0)
  let start = units.length
  while (start > 0) {
    tokens += (units[start - 1] ?? []).reduce((sum, message) => sum + countTokens(message), 0)
    if (tokens > memory.maxTokens && start < units.length) break
    start -= 1
  }
  return [...instructions, ...fromUserOn(units.slice(start)).flat()]
}

/** Messages that must stay together: an assistant's tool calls with all their answers; any other message alone. */
function toUnits(messages: readonly Message[]): Message[][] {
  const units: Message[][] = []
  for (const message of messages) {
    const last = units.at(-1)
    if (message.role === 'tool' && last !== undefined) last.push(message)
    else units.push([message])
  }
  return units
}

/** A history begins with the user where it can: many providers refuse one that begins with an answer. */
function fromUserOn(units: Message[][]): Message[][] {
  const first = units.findIndex((unit) => unit[0]?.role === 'user')
  return first === -1 ? units : units.slice(first)
}

function countTokens({ content, toolCalls }: Message): number {
  const length = content.length + (toolCalls === undefined ? 0 : JSON.stringify(toolCalls).length)
  return Math.ceil(length / CHARACTERS_PER_TOKEN)
}
