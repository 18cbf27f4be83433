import type { Message } from '../models/Message.ts'

/** Petal's words, for models that are to reason aloud. */
export const reasoningInstruction =
  "For each step, reason about what to do next by writing a 'Thought:' line, then, if needed, an 'Action:' line. The result of an action comes back as an 'Observation:'. Repeat until you can answer the user's question."

/** Lines that begin with `Thought:` or `Action:`, whatever the case: first all thoughts, then all actions. */
function readReasoning(text: string): readonly string[] {
  const find = (word: string) =>
    [...text.matchAll(new RegExp(`${word}:[^\\S\\n]*(.*)`, 'gi'))]
      .map(([, rest = '']) => rest.trim())
      .filter((rest) => rest !== '')
      .map((rest) => `${word}: ${rest}`)
  return [...find('Thought'), ...find('Action')]
}

/** The former reasoning and what the new turns add to it, line by line. */
export function writeScratchpad(before: unknown, turns: readonly Message[]): string {
  const lines = turns.flatMap(({ role, content }) => {
    if (role === 'tool') return [`Observation: ${content}`]
    return role === 'assistant' ? readReasoning(content) : []
  })
  return [typeof before === 'string' ? before : '', ...lines].join('\n').trim()
}
