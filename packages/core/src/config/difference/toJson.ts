import { isJsonObject } from '../../json/isJsonObject.ts'
import type { JsonObject } from '../../json/Json.ts'

/** A configuration is plain JSON throughout; its interfaces only lack the index signature that says so. */
export function toJson(part: object): JsonObject {
  return isJsonObject(part) ? part : {}
}
