import { isJsonObject } from '../json/isJsonObject.ts'
import type { JsonObject } from '../json/Json.ts'
import { parseJson } from '../json/parseJson.ts'

/** The JSON object that a text is; nothing when it is none. */
export function parseObject(text: string): JsonObject | undefined {
  try {
    const value = parseJson(text)
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
