import { isJsonObject } from './isJsonObject.ts'
import type { Json } from './Json.ts'

/** Columns a line may take before a value is broken over several. */
const WIDTH = 120
/** Beyond this column a broken value starts a new indentation instead of hanging below its first item. */
const DEEPEST_HANG = 40

/** One member of a container: its key with colon (empty in a list) and its value. */
export interface Member {
  readonly key: string
  readonly value: Json
}

/** Where a value is written: its column, the indentation of its line, and the characters that follow it. */
export interface Place {
  readonly column: number
  readonly indent: number
  readonly tail: number
}

/** JSON on one line, with the spaces people put: `{ "a": 1, "b": [2, 3] }`. */
export function formatFlat(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(formatFlat).join(', ')}]`
  if (!isJsonObject(value)) return JSON.stringify(value)
  const members = membersOf(value).map(({ key, value: item }) => key + formatFlat(item))
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}

/**
 * JSON as a person would set it: on one line where it fits in 120 columns, otherwise filled line by line below its
 * first item; lists of objects take one line per object. The same value at the same place always gives the same text.
 */
export function formatJson(value: Json, place: Place): string {
  const flat = formatFlat(value)
  const members = membersOf(value)
  if (members.length === 0 || place.column + flat.length + place.tail <= WIDTH) return flat
  const [opening, closing] = Array.isArray(value) ? ['[', ']'] : ['{ ', ' }']
  if (place.column <= DEEPEST_HANG) {
    const hang = place.column + opening.length
    return opening + fillMembers(members, { indent: hang, tail: closing.length + place.tail }) + closing
  }
  const indent = place.indent + 2
  const body = fillMembers(members, { indent, tail: 0 })
  return `${opening.trim()}\n${' '.repeat(indent)}${body}\n${' '.repeat(place.indent)}${closing.trim()}`
}

/** Members side by side as far as they fit, the first at the indentation. After a broken member a new line starts. */
export function fillMembers(members: readonly Member[], place: Omit<Place, 'column'>): string {
  const { indent, tail } = place
  const onePerLine = members.some(({ key, value }) => key === '' && typeof value === 'object' && value !== null)
  let filled = ''
  let column = indent
  for (const [index, { key, value }] of members.entries()) {
    const ending = index === members.length - 1 ? tail : 1
    if (index > 0) {
      const fits = !onePerLine && column + 1 + key.length + formatFlat(value).length + ending <= WIDTH
      filled += fits ? ' ' : `\n${' '.repeat(indent)}`
      column = fits ? column + 1 : indent
    }
    const text = key + formatJson(value, { column: column + key.length, indent, tail: ending })
    filled += index === members.length - 1 ? text : `${text},`
    column = text.includes('\n') ? WIDTH : column + text.length + 1
  }
  return filled
}

/** The members of a container in their order; none for a plain value. */
export function membersOf(value: Json): Member[] {
  if (Array.isArray(value)) return value.map((item: Json) => ({ key: '', value: item }))
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([key, item]) =>
    item === undefined ? [] : [{ key: `${JSON.stringify(key)}: `, value: item }],
  )
}
