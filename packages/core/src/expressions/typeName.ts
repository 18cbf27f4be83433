import type { Json } from '../json/Json.ts'
import { isList } from '../templates/resolvePath.ts'

/** The kind of a value in plain words, with its article: "a number", "a list". */
export function typeName(value: Json | undefined): string {
  if (value === undefined || value === null) return 'nothing'
  if (typeof value === 'string') return 'a text'
  if (typeof value === 'number') return 'a number'
  if (typeof value === 'boolean') return 'yes or no'
  return isList(value) ? 'a list' : 'an object'
}
