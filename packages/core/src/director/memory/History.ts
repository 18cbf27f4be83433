import type { Message } from '../../models/Message.ts'
import { countTokens } from './countTokens.ts'

/** Messages that must stay together: an assistant's tool calls with all their answers; any other message alone. */
export interface Unit {
  readonly messages: readonly Message[]
  readonly tokens: number
  /** True for what the person said. */
  readonly asks: boolean
}

/** A history taken apart. */
export interface History {
  /** System messages: they always stay. */
  readonly instructions: readonly Message[]
  readonly units: readonly Unit[]
}

/** Takes a history apart into what must stay together. */
export function toHistory(messages: readonly Message[]): History {
  const groups: Message[][] = []
  for (const message of messages) {
    if (message.role === 'system') continue
    const last = groups.at(-1)
    if (message.role === 'tool' && last !== undefined) last.push(message)
    else groups.push([message])
  }
  return {
    instructions: messages.filter(({ role }) => role === 'system'),
    units: groups.map((group) => ({
      messages: group,
      tokens: countTokens(group),
      asks: group[0]?.role === 'user',
    })),
  }
}

/** The messages of some units, in order. */
export function messagesOf(units: readonly Unit[]): readonly Message[] {
  return units.flatMap(({ messages }) => messages)
}

/** What some units weigh. */
export function weigh(units: readonly Unit[]): number {
  return units.reduce((sum, { tokens }) => sum + tokens, 0)
}
