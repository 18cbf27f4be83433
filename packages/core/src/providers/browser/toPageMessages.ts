import type { Message } from '../../models/Message.ts'
import type { PageMessage } from '../../models/PageModels.ts'
import { writeToolCall } from './toolWords.ts'

/**
 * Messages as small models take them: one system turn at the start, then user and assistant by turns, the user last.
 * Calls of tools and their results become words.
 */
export function toPageMessages(messages: readonly Message[]): readonly PageMessage[] {
  const system = messages.filter(({ role }) => role === 'system').map(({ content }) => content)
  const turns = mergeTurns(messages.filter(({ role }) => role !== 'system').map(toTurn))
  const instructions = system.join('\n\n')
  if (turns.length === 0) return [{ role: 'user', content: instructions }]
  const asked = turns.at(-1)?.role === 'user' ? turns : [...turns, { role: 'user' as const, content: 'Go on.' }]
  return instructions === '' ? asked : [{ role: 'system', content: instructions }, ...asked]
}

function toTurn({ role, content, toolCalls = [], name }: Message): PageMessage {
  if (role === 'tool') return { role: 'user', content: `Result of ${name ?? 'the tool'}: ${content}` }
  const calls = toolCalls.map(writeToolCall)
  const text = [content, ...calls].filter((part) => part !== '').join('\n')
  return { role: role === 'assistant' ? 'assistant' : 'user', content: text }
}

function mergeTurns(turns: readonly PageMessage[]): readonly PageMessage[] {
  const merged: PageMessage[] = []
  for (const turn of turns) {
    const last = merged.at(-1)
    if (last?.role === turn.role) merged[merged.length - 1] = { ...last, content: `${last.content}\n\n${turn.content}` }
    else merged.push(turn)
  }
  return merged
}
