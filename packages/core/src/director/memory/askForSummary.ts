import type { Message } from '../../models/Message.ts'
import { messagesOf, type Unit } from './History.ts'
import { summaryTokens } from './planSummary.ts'

/** Words that fit into a token, on average and on the safe side. */
const WORDS_PER_TOKEN = 0.6

const instructions = `You keep the memory of a conversation. Write down what will matter later: who the people are, facts, names, numbers, wishes, decisions, and what is still open. Leave out greetings and repetitions. Write plain sentences, without a heading, in the language of the conversation.`

/** The request for a summary: what is known so far, and the turns that join it. */
export function askForSummary(known: string | undefined, joining: readonly Unit[], most: number): readonly Message[] {
  const words = Math.max(10, Math.floor(summaryTokens(most) * WORDS_PER_TOKEN))
  const said = messagesOf(joining).map(describe)
  const parts = [
    `Combine this into one summary of at most ${words} words:`,
    ...(known === undefined ? [] : [`Summary so far: ${known}`]),
    ...said,
  ]
  return [
    { role: 'system', content: instructions },
    { role: 'user', content: parts.join('\n\n') },
  ]
}

function describe({ role, content, name, toolCalls = [] }: Message): string {
  const calls = toolCalls.map((call) => `(uses the tool ${call.name} with ${JSON.stringify(call.args)})`)
  const speaker = role === 'tool' ? `Tool ${name ?? ''}`.trim() : role === 'user' ? 'User' : 'Assistant'
  return `${speaker}: ${[content, ...calls].filter((part) => part !== '').join(' ')}`
}
