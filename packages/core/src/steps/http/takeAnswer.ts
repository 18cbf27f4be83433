import { AgentError } from '../../errors/AgentError.ts'
import { wordingOf } from '../../errors/wordingOf.ts'
import { createHttpFault, type HttpFaultContext } from '../../http/createHttpFault.ts'
import type { HttpAnswer } from '../../http/HttpRequest.ts'
import { readRetryAfter } from '../../http/readRetryAfter.ts'
import type { Json } from '../../json/Json.ts'
import { parseJson } from '../../json/parseJson.ts'
import { word } from '../../language/word.ts'
import { readProviderBody } from '../../models/readProviderWords.ts'
import type { Update } from '../../step/StepResult.ts'
import { lookUp } from '../../templates/resolvePath.ts'
import type { HttpConfig } from './httpSchema.ts'
import { splitAnswerPath } from './splitAnswerPath.ts'

type Save = HttpConfig['saves'][number]

/** What an answer writes into the state; throws the fault when it is none that the settings take. */
export function takeAnswer(answer: HttpAnswer, config: HttpConfig, context: HttpFaultContext): Update {
  const { status, headers, text } = answer
  if (status >= 400 && !config.acceptErrors) {
    const retryAfterMs = readRetryAfter(headers['retry-after'] ?? null)
    throw createHttpFault('http.status', context, {
      status,
      text: readProviderBody(text).text,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    })
  }
  const body = readBody(answer, config, context)
  const values = config.saves.map(
    (save, index) => [save.field, takePart(save, index, { answer, body, context })] as const,
  )
  return Object.fromEntries(values)
}

function readBody({ status, headers, text }: HttpAnswer, config: HttpConfig, context: HttpFaultContext): Json {
  if (config.answer === 'text') return text
  if (text.trim() === '') return null
  const type = headers['content-type'] ?? ''
  try {
    return parseJson(text, { maxBytes: Number.POSITIVE_INFINITY })
  } catch (error) {
    // An error that the settings take need not be data: its text is all there is.
    if (status >= 400) return text
    if (/html/.test(type) || /^\s*<(!doctype|html)/i.test(text)) {
      throw createHttpFault('http.page', context, { status, text: readProviderBody(text).text })
    }
    const hint = AgentError.isInstance(error) ? wordingOf(error) : { english: '', said: '' }
    throw createHttpFault('http.badJson', context, { status, text: text.slice(0, 500), hint })
  }
}

interface Parts {
  readonly answer: HttpAnswer
  readonly body: Json
  readonly context: HttpFaultContext
}

function takePart({ part, path }: Save, index: number, { answer, body, context }: Parts): Json {
  if (part === 'status') return answer.status
  if (part === 'header') return answer.headers[path.trim().toLowerCase()] ?? null
  const keys = splitAnswerPath(path) ?? []
  let value: Json | undefined = body
  for (const [depth, key] of keys.entries()) {
    const inner: Json | undefined = lookUp(value, key)
    if (inner === undefined) throw createNoValue(keys.slice(0, depth + 1).join('.'), value, index, context)
    value = inner
  }
  return value ?? null
}

function createNoValue(path: string, reached: Json | undefined, index: number, context: HttpFaultContext): AgentError {
  const object = typeof reached === 'object' && reached !== null ? reached : {}
  const keys = Object.keys(object)
  // These are data beside the message: what could be written.
  const available = Array.isArray(object) && keys.length > 0 ? [`0 to ${keys.length - 1}`] : keys.slice(0, 20)
  const { code, wording, detail } = createHttpFault('http.noValue', context, {
    hint:
      available.length === 0
        ? word('"{path}" leads to nothing.', { path })
        : word('"{path}" leads to nothing. What is there: {available}.', { path, available: available.join(', ') }),
  })
  return new AgentError(code, wording, { path: `config.saves[${index}].path`, detail: { ...detail, available } })
}
