import { Overwrite, Send } from '@langchain/langgraph'
import { DeltaSnapshot, isDeltaSnapshot } from '@langchain/langgraph-checkpoint'
import { AgentError } from '../errors/AgentError.ts'
import { checkTextDepth } from '../json/checkTextDepth.ts'
import { isJsonObject } from '../json/isJsonObject.ts'
import { t } from '../language/t.ts'
import { word } from '../language/word.ts'

/** The key that marks what is no plain JSON. In data every key that begins with it gets one more. */
const MARK = '$'
/** Far more than a state may have, which is nested in journals of agents within agents. */
const MOST_LEVELS = 2000

/**
 * A value of a checkpoint as text. The set of what can be written is closed: plain JSON, the few values that JSON has no
 * word for, and the engine's own snapshots, overwrites and sends. Data that looks like one of them stays data.
 *
 * @throws AgentError `run.resultType` for anything else: what cannot come back the same must not go in.
 */
export function encodeValue(value: unknown): string {
  return JSON.stringify(encode(value))
}

/**
 * The value of such a text. A checkpoint may have been written by others: nothing in it becomes an object of any class
 * but those above, and nothing is called.
 *
 * @throws AgentError `storage.damaged`
 */
export function decodeValue(text: unknown): unknown {
  if (typeof text !== 'string') throw damaged()
  try {
    checkTextDepth(text, MOST_LEVELS)
    return decode(JSON.parse(text))
  } catch (cause) {
    throw damaged(cause)
  }
}

/** The fault of a stored checkpoint that cannot be read. */
export function damaged(cause?: unknown): AgentError {
  const message = word(
    'What was kept of this run is damaged, so that it cannot go on. What it did until then is still shown; run the agent again.',
  )
  return new AgentError('storage.damaged', message, cause === undefined ? {} : { cause })
}

function encode(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0) ? value : mark('number', { value: numberName(value) })
    case 'undefined':
      return mark('undefined')
    case 'object':
      return value === null ? null : encodeObject(value)
    default:
      throw refuse(`a ${typeof value}`)
  }
}

function encodeObject(value: object): unknown {
  if (Array.isArray(value)) return Array.from(value, encode)
  if (isJsonObject(value)) return mapEntries(value, (key) => (key.startsWith(MARK) ? MARK + key : key), encode)
  if (value instanceof Overwrite) return mapEntries({ ...value }, (key) => key, encode)
  if (value instanceof Send) return mark('send', { node: value.node, args: encode(value.args) })
  if (isDeltaSnapshot(value)) return mark('snapshot', { value: encode(value.value) })
  if (value instanceof Error) return mark('error', { name: value.name, message: value.message })
  throw refuse(Object.prototype.toString.call(value))
}

function decode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decode)
  if (typeof value !== 'object' || value === null) return value
  const kind: unknown = Object.hasOwn(value, MARK) ? Reflect.get(value, MARK) : undefined
  if (kind !== undefined) return decodeMarked(kind, { ...value })
  return mapEntries({ ...value }, (key) => (key.startsWith(MARK) ? key.slice(1) : key), decode)
}

function decodeMarked(kind: unknown, fields: Readonly<Record<string, unknown>>): unknown {
  switch (kind) {
    case 'undefined':
      return undefined
    case 'number':
      return Number(fields.value)
    case 'snapshot':
      return new DeltaSnapshot(decode(fields.value))
    case 'send':
      return new Send(String(fields.node), decode(fields.args))
    case 'error':
      return { name: String(fields.name), message: String(fields.message) }
    default:
      throw new TypeError(t('"{kind}" marks nothing known.', { kind: String(kind) }))
  }
}

function mark(kind: string, fields: Readonly<Record<string, unknown>> = {}) {
  return { [MARK]: kind, ...fields }
}

function numberName(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value)
}

/** `Object.fromEntries` defines its keys; an assignment would set a prototype by the name `__proto__`. */
function mapEntries(value: object, rename: (key: string) => string, map: (item: unknown) => unknown) {
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [rename(key), map(item)]))
}

function refuse(what: string): AgentError {
  return new AgentError(
    'run.resultType',
    word('A run cannot remember {what}: only plain JSON survives a reload.', { what }),
  )
}
