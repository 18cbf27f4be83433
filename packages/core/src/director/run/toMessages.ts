import { AgentError } from '../../errors/AgentError.ts'
import { isJsonObject } from '../../json/isJsonObject.ts'
import type { Json, JsonObject } from '../../json/Json.ts'
import { normalizeJson } from '../../json/normalizeJson.ts'
import { parseJson } from '../../json/parseJson.ts'
import { word } from '../../language/word.ts'
import type { Message, ToolCall } from '../../models/Message.ts'

const roles: Readonly<Record<string, Message['role']>> = {
  system: 'system',
  developer: 'system',
  user: 'user',
  human: 'user',
  assistant: 'assistant',
  ai: 'assistant',
  tool: 'tool',
}

/**
 * Messages as the state holds them, from what a step or a caller may give: one or a list of `{ role, content }`,
 * `['user', 'text']`, plain text (said by the user) or LangChain messages. Those without an id get one.
 *
 * @throws AgentError `run.stateType` that names the path of what is not a message.
 */
export function toMessages(value: unknown, path: string, createId: () => string): readonly Message[] {
  if (isPair(value)) return [toMessage(value, path, createId)]
  if (!Array.isArray(value)) return [toMessage(value, path, createId)]
  return value.map((item: unknown, index) => toMessage(item, `${path}[${index}]`, createId))
}

function isPair(value: unknown): value is readonly [role: string, content: string] {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    typeof value[0] === 'string' &&
    Object.hasOwn(roles, value[0]) &&
    typeof value[1] === 'string'
  )
}

function toMessage(value: unknown, path: string, createId: () => string): Message {
  if (typeof value === 'string') return { id: createId(), role: 'user', content: value }
  if (isPair(value)) return toMessage({ role: value[0], content: value[1] }, path, createId)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw notAMessage(path)
  const role = roleOf(value)
  if (role === undefined) throw notAMessage(path)
  const id: unknown = Reflect.get(value, 'id')
  const name: unknown = Reflect.get(value, 'name')
  const toolCallId: unknown = Reflect.get(value, 'toolCallId') ?? Reflect.get(value, 'tool_call_id')
  const calls: unknown = Reflect.get(value, 'toolCalls') ?? Reflect.get(value, 'tool_calls')
  return {
    id: typeof id === 'string' && id !== '' ? id : createId(),
    role,
    content: toText(Reflect.get(value, 'content'), path),
    ...(Array.isArray(calls) && calls.length > 0
      ? { toolCalls: calls.map((call) => toToolCall(call, path, createId)) }
      : {}),
    ...(typeof toolCallId === 'string' ? { toolCallId } : {}),
    ...(typeof name === 'string' && name !== '' ? { name } : {}),
  }
}

/** The role, also of a LangChain message, which says it by `getType()` (class names are mangled by minifiers). */
function roleOf(value: object): Message['role'] | undefined {
  const getType: unknown = Reflect.get(value, 'getType') ?? Reflect.get(value, '_getType')
  const said: unknown =
    typeof getType === 'function' ? getType.call(value) : (Reflect.get(value, 'role') ?? Reflect.get(value, 'type'))
  return typeof said === 'string' && Object.hasOwn(roles, said) ? roles[said] : undefined
}

/** Text as it is; of content blocks only their text. */
function toText(content: unknown, path: string): string {
  if (typeof content === 'string') return content
  if (content === undefined || content === null) return ''
  if (!Array.isArray(content)) throw notAMessage(path)
  return content.map((block: unknown) => blockText(block)).join('')
}

function blockText(block: unknown): string {
  if (typeof block === 'string') return block
  if (!isJsonObject(block) || typeof block.text !== 'string') return ''
  return block.text
}

/** A tool call as we write it, as LangChain does, or as the OpenAI protocol does (`function` with text arguments). */
function toToolCall(call: unknown, path: string, createId: () => string): ToolCall {
  const { id, function: wrapped, ...own } = isJsonObject(call) ? call : {}
  const inner: JsonObject = isJsonObject(wrapped) ? wrapped : {}
  const name = own.name ?? inner.name
  if (typeof name !== 'string') throw notAMessage(path)
  const args: unknown = own.args ?? (typeof inner.arguments === 'string' ? parseArguments(inner.arguments, path) : {})
  const values = normalizeJson(args, `${path}.toolCalls`)
  if (!isPlainArgs(values)) throw notAMessage(path)
  return { id: typeof id === 'string' && id !== '' ? id : createId(), name, args: values }
}

function parseArguments(text: string, path: string): Json {
  try {
    return parseJson(text)
  } catch {
    throw notAMessage(path)
  }
}

function isPlainArgs(value: Json): value is { readonly [key: string]: Json } {
  return isJsonObject(value)
}

function notAMessage(path: string): AgentError {
  return new AgentError(
    'run.stateType',
    word('{path} is not a message. Write { role, content } with the role system, user, assistant or tool.', { path }),
    { path },
  )
}
