import { isJsonObject } from '../json/isJsonObject.ts'
import type { Json, JsonObject } from '../json/Json.ts'
import type { Usage } from '../models/Message.ts'

/** The counts found in a provider's usage object under these names. */
export function readCounts(
  value: Json | undefined,
  names: { readonly [Count in keyof Usage]?: string },
): Partial<Usage> | undefined {
  if (!isJsonObject(value)) return undefined
  const read = (name: string | undefined): number | undefined => {
    const count = name === undefined ? undefined : value[name]
    return typeof count === 'number' ? count : undefined
  }
  const inputTokens = read(names.inputTokens)
  const outputTokens = read(names.outputTokens)
  const totalTokens = read(names.totalTokens)
  return {
    ...(inputTokens === undefined ? {} : { inputTokens }),
    ...(outputTokens === undefined ? {} : { outputTokens }),
    ...(totalTokens === undefined ? {} : { totalTokens }),
  }
}

/** The first object of a list in `value[key]`, as in `choices` and `candidates`. */
export function firstOf(value: JsonObject, key: string): JsonObject | undefined {
  const list = value[key]
  const first: unknown = Array.isArray(list) ? list[0] : undefined
  return isJsonObject(first) ? first : undefined
}

/** A text that is there and not empty. */
export function textIn(value: JsonObject | undefined, key: string): string | undefined {
  const text = value?.[key]
  return typeof text === 'string' && text !== '' ? text : undefined
}
