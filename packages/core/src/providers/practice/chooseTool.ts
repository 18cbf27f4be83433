import { isJsonObject } from '../../json/isJsonObject.ts'
import type { ToolSpec } from '../../models/ChatModel.ts'
import type { Message, ToolCall } from '../../models/Message.ts'
import { fillSchema } from './fillSchema.ts'
import { overlapOf } from './words.ts'

/**
 * The call of the tool that shares most words with the question, with arguments taken from it. None when no tool shares
 * any, or when the question already has a tool's answer: so a loop of tools comes to an end.
 */
export function chooseTool(
  tools: readonly ToolSpec[],
  messages: readonly Message[],
  text: string,
): ToolCall | undefined {
  const asked = messages.findLastIndex((message) => message.role === 'user')
  if (messages.slice(asked + 1).some((message) => message.role === 'tool')) return undefined
  let best: { tool: ToolSpec | undefined; score: number } = { tool: undefined, score: 0 }
  for (const tool of tools) {
    const name = tool.name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_-]/g, ' ')
    const score = 2 * overlapOf(name, text) + overlapOf(tool.description, text)
    if (score > best.score) best = { tool, score }
  }
  if (best.tool === undefined) return undefined
  const args = fillSchema(best.tool.parameters, { text, instructions: '' })
  return { id: `practice_${messages.length}`, name: best.tool.name, args: toArguments(args) }
}

function toArguments(value: unknown): ToolCall['args'] {
  return isJsonObject(value) ? (value as ToolCall['args']) : {} // Filled values hold no undefined.
}
