import { isJsonObject } from '../json/isJsonObject.ts'
import type { Json } from '../json/Json.ts'
import { redact } from './redact.ts'

/** The same plain value with these secrets taken out of every text in it, keys included. */
export function redactJson(value: Json, secrets: readonly string[]): Json {
  if (typeof value === 'string') return redact(value, secrets)
  if (Array.isArray(value)) return value.map((item: Json) => redactJson(item, secrets))
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) =>
      item === undefined ? [] : [[redact(key, secrets), redactJson(item, secrets)]],
    ),
  )
}
