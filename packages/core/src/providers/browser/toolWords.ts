import { isJsonObject } from '../../json/isJsonObject.ts'
import type { ToolSpec } from '../../models/ChatModel.ts'
import { findJson } from '../../models/findJson.ts'
import type { Message, ToolCall } from '../../models/Message.ts'

/** A call as these models are asked to write it. */
export function writeToolCall({ name, args }: Pick<ToolCall, 'name' | 'args'>): string {
  return JSON.stringify({ tool: name, arguments: args })
}

/** The messages with the tools told in words: models in a page have no other way to be told of them. */
export function tellTools(messages: readonly Message[], tools: readonly ToolSpec[]): readonly Message[] {
  const list = tools.map(
    ({ name, description, parameters }) => `- ${name}: ${description} Arguments: ${JSON.stringify(parameters)}`,
  )
  const content = [
    'You can use tools. To use one, answer with JSON only, in this form: {"tool": "<name>", "arguments": {…}}.',
    'You are then given its result. When you know enough, answer in plain text.',
    'The tools:',
    ...list,
  ].join('\n')
  return [...messages, { role: 'system', content }]
}

/** The call that an answer is, if it is one of a tool that was told. */
export function readToolCall(text: string, tools: readonly ToolSpec[]): ToolCall | undefined {
  if (tools.length === 0) return undefined
  const value = findJson(text)
  if (!isJsonObject(value) || typeof value.tool !== 'string') return undefined
  const { tool: name, arguments: given = {} } = value
  if (!tools.some((tool) => tool.name === name) || !isJsonObject(given)) return undefined
  // What was parsed from JSON has no undefined in it.
  return { id: crypto.randomUUID(), name, args: given as ToolCall['args'] }
}
