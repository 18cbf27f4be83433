import { isJsonObject } from '../json/isJsonObject.ts'
import type { Json } from '../json/Json.ts'
import { joinPath } from '../json/jsonPath.ts'
import type { TextReference } from '../step/StepDefinition.ts'

/** Every text in a JSON value, as a template with its path. */
export function listTexts(value: Json, path: string): readonly TextReference[] {
  if (typeof value === 'string') return [{ path, text: value, language: 'template' }]
  if (Array.isArray(value)) return value.flatMap((item: Json, index) => listTexts(item, joinPath(path, index)))
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([key, item]) => listTexts(item ?? null, joinPath(path, key)))
}
