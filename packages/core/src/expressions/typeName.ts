import type { Json } from '../json/Json.ts'
import type { Wording } from '../language/Wording.ts'
import { word } from '../language/word.ts'
import { isList } from '../templates/resolvePath.ts'

/** The kind of a value in plain words, with its article: "a number", "a list". */
export function typeName(value: Json | undefined): Wording {
  if (value === undefined || value === null) return word('nothing')
  if (typeof value === 'string') return word('a text')
  if (typeof value === 'number') return word('a number')
  if (typeof value === 'boolean') return word('yes or no')
  return isList(value) ? word('a list') : word('an object')
}
