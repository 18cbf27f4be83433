import type { AgentConfig, Json, Message, PlanResult, State, StateField, StateFieldType } from '@petal/core/model'
import { msg, t } from '@petal/ui/language'

/** How a value is written: by its type, or as JSON of any kind, and nothing else. */
export type InputType = StateFieldType | 'json'

/** One value that a person gives at the start of a run. */
export interface InputField {
  readonly name: string
  readonly type: InputType
  readonly description: string | undefined
  readonly default: Json | undefined
}

/**
 * What a run starts with. `messagesField`: the person's words go there, as one more turn; the panel then shows a chat
 * box under the other fields.
 */
export interface AgentInputs {
  readonly fields: readonly InputField[]
  readonly messagesField: string | undefined
}

/** What this agent asks for: its input fields; and a chat box when it has a conversation and asks for nothing else. */
export function listAgentInputs(agent: AgentConfig, result: PlanResult): AgentInputs {
  const { fields } = result.ok ? result.plan.stateType : agent.stateType
  const entries = Object.entries(fields)
  const asked = entries.filter(([, field]) => field.input === true && field.type !== 'messages')
  const conversation = entries.find(([, field]) => field.type === 'messages')
  const chats = conversation !== undefined && (asked.length === 0 || conversation[1].input === true)
  return {
    fields: asked.map(([name, field]) => toInputField(name, field)),
    messagesField: chats ? conversation[0] : undefined,
  }
}

function toInputField(name: string, { type, description, default: initial }: StateField): InputField {
  return { name, type, description, default: initial }
}

/** What stands in the fields, as it was typed. */
export type InputDraft = Readonly<Record<string, string>>

/** The draft that shows these values, with defaults where there are none. */
export function toInputDraft(fields: readonly InputField[], values: State): InputDraft {
  return Object.fromEntries(
    fields.map((field) => [
      field.name,
      toText(field, Object.hasOwn(values, field.name) ? values[field.name] : field.default),
    ]),
  )
}

function toText({ type }: InputField, value: Json | undefined): string {
  if (value === undefined) return type === 'boolean' ? 'false' : ''
  return type === 'string' && typeof value === 'string' ? value : JSON.stringify(value, undefined, 2)
}

/** The values of a draft, or what is wrong with it, by field. */
export type InputReading =
  | { readonly ok: true; readonly values: State }
  | { readonly ok: false; readonly faults: Readonly<Record<string, string>> }

/** Reads a draft. An empty field other than a text is left out, so that its default applies. */
export function readInputDraft(fields: readonly InputField[], draft: InputDraft): InputReading {
  const values: Record<string, Json> = {}
  const faults: Record<string, string> = {}
  for (const field of fields) {
    const text = draft[field.name] ?? ''
    if (field.type !== 'string' && text.trim() === '') continue
    const reading = readText(field.type, text)
    if ('fault' in reading) faults[field.name] = reading.fault
    else values[field.name] = reading.value
  }
  return Object.keys(faults).length > 0 ? { ok: false, faults } : { ok: true, values }
}

type TextReading = { readonly value: Json } | { readonly fault: string }

function readText(type: InputType, text: string): TextReading {
  if (type === 'string') return { value: text }
  const value = parse(text)
  if (value === undefined) return type === 'any' ? { value: text } : { fault: t(expectations[type]) }
  return fits(type, value) ? { value } : { fault: t(expectations[type]) }
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const expectations: Readonly<Record<InputType, string>> = {
  string: msg('Write a text.'),
  number: msg('Write a number, such as 1.5.'),
  integer: msg('Write a whole number, such as 3.'),
  boolean: msg('Write true or false.'),
  object: msg('Write a JSON object, such as {"key": "value"}.'),
  array: msg('Write a JSON list, such as ["one", "two"].'),
  messages: msg('Write a JSON list of messages, such as [{"role": "user", "content": "Hello"}].'),
  any: msg('Write any JSON.'),
  json: msg('Write any JSON, such as 3, "a text" or {"key": "value"}.'),
}

function fits(type: InputType, value: Json): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string'
    case 'number':
      return typeof value === 'number'
    case 'integer':
      return Number.isInteger(value)
    case 'boolean':
      return typeof value === 'boolean'
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    case 'array':
    case 'messages':
      return Array.isArray(value)
    case 'any':
    case 'json':
      return true
    default:
      return type satisfies never
  }
}

/** The conversation so far with one more turn of the person's. An empty text adds none. */
export function withUserTurn(conversation: readonly Message[], text: string): Json {
  const turns = text.trim() === '' ? conversation : [...conversation, { role: 'user' as const, content: text }]
  return turns.map((message) => ({ ...message, toolCalls: message.toolCalls?.map((call) => ({ ...call })) }))
}

/** The turns in a value that is meant to be a conversation. */
export function readConversation(value: Json | undefined): readonly Message[] {
  return Array.isArray(value) ? value.filter(isMessage) : []
}

function isMessage(value: unknown): value is Message {
  return (
    typeof value === 'object' &&
    value !== null &&
    'role' in value &&
    'content' in value &&
    typeof value.content === 'string'
  )
}
