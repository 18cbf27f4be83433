import { isJsonObject, type Json, joinPath } from '@petal/core/model'
import type { TextPlace } from './TextPlace.ts'

/** The texts called `description` in a piece of JSON, such as a JSON Schema. */
export function listDescriptions(
  value: Json | undefined,
  path: string,
): readonly Pick<TextPlace, 'path' | 'text' | 'language'>[] {
  if (Array.isArray(value)) {
    return value.flatMap((item: Json, index) => listDescriptions(item, joinPath(path, index)))
  }
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([key, item]) =>
    key === 'description' && typeof item === 'string'
      ? [{ path: joinPath(path, key), text: item, language: 'text' as const }]
      : listDescriptions(item, joinPath(path, key)),
  )
}
