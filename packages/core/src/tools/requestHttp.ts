import { AgentError } from '../errors/AgentError.ts'
import { sendRequest } from '../http/sendRequest.ts'
import type { Json } from '../json/Json.ts'
import { msg } from '../language/msg.ts'
import { word } from '../language/word.ts'
import type { ToolCall } from '../models/Message.ts'
import { renderJson } from '../templates/renderJson.ts'
import { renderTemplate } from '../templates/renderTemplate.ts'
import { toPromptText } from '../templates/toPromptText.ts'
import type { HttpToolConfig } from './httpToolSchema.ts'
import type { ToolContext } from './ToolDefinition.ts'
import { toolHost } from './toolHost.ts'

/** The longest wait for an answer, and the largest one that is taken. */
const TIMEOUT_MS = 60_000
const MAX_BYTES = 1_000_000
/** Of the words of a server that refuses. */
const MAX_WORDS = 500

/** Makes the request of an `http` tool: its JSON when it is JSON, else its text. Rejects when the status is no success. */
export async function requestHttp(
  args: ToolCall['args'],
  config: HttpToolConfig,
  context: ToolContext,
): Promise<Json | undefined> {
  const url = renderAddress(config.url, args)
  const host = toolHost(config.url) ?? ''
  const { body, type } = renderBody(config, args)
  const { keyRef, keyHeader: header, keyPrefix: prefix } = config
  const { status, headers, text } = await sendRequest(
    {
      method: config.method,
      url,
      headers: Object.entries({ ...type, ...renderHeaders(config.headers, args) }),
      ...(body === undefined ? {} : { body }),
      ...(keyRef === '' ? {} : { key: { keyRef, header, prefix } }),
      timeoutMs: TIMEOUT_MS,
      maxBytes: MAX_BYTES,
      followRedirects: 'never',
      repeatable: false,
    },
    context,
  )
  if (status < 200 || status > 299) throw refused(host, status, text)
  return /\bjson\b/i.test(headers['content-type'] ?? '') ? parse(text) : text
}

/** Each argument becomes one part of the address: it can add neither a path nor a parameter. */
function renderAddress(template: string, args: ToolCall['args']): string {
  const scope = Object.fromEntries(Object.entries(args).map(([name, value]) => [name, toAddressPart(name, value)]))
  return renderTemplate(template.trim(), scope, { kind: msg('Address') })
}

function toAddressPart(name: string, value: Json): string | null {
  const text = toPromptText(value)
  if (text === undefined) return null
  // These two would climb in the path, however they are written.
  if (text !== '.' && text !== '..') return encodeURIComponent(text)
  throw new AgentError(
    'tool.badArguments',
    word('"{text}" cannot be part of an address: give another {name}.', { text, name }),
  )
}

function renderHeaders(headers: HttpToolConfig['headers'], args: ToolCall['args']): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [
    name,
    renderTemplate(value, args, { kind: word('Header {name}', { name }) }),
  ])
  return Object.fromEntries(entries)
}

interface RenderedBody {
  readonly body?: string
  readonly type?: Readonly<Record<string, string>>
}

function renderBody({ method, body }: HttpToolConfig, args: ToolCall['args']): RenderedBody {
  if (method === 'GET' || (method === 'DELETE' && body === undefined)) return {}
  // What zod holds to be JSON is JSON.
  const value = body === undefined ? args : renderJson(body as Json, args, { kind: msg('Body') }, 'null')
  if (typeof value === 'string') return { body: value, type: { 'content-type': 'text/plain;charset=UTF-8' } }
  return { body: JSON.stringify(value), type: { 'content-type': 'application/json' } }
}

function parse(text: string): Json {
  if (text.trim() === '') return null
  try {
    return JSON.parse(text) as Json // What JSON.parse gives is JSON.
  } catch {
    return text
  }
}

function refused(host: string, status: number, text: string): AgentError {
  const words = text.replace(/\s+/g, ' ').trim().slice(0, MAX_WORDS)
  const message =
    words === ''
      ? word('{host} answered with status {status}.', { host, status })
      : word('{host} answered with status {status}: {words}', { host, status, words })
  return new AgentError('tool.failed', message, { detail: { host, status, text: text.slice(0, 2000) } })
}
