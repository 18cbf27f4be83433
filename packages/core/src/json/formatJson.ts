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

/** Where a value is written: its column, the indentation of its line, and how many characters follow it. */
export interface Place {
  readonly column: number
  readonly indent: number
  readonly tail: number
}

/**
 * JSON as a person would set it: on one line where it fits in 120 columns (`{ "a": 1, "b": [2, 3] }`), otherwise filled
 * line by line below its first member; lists of objects take one line per object. The same value at the same place
 * always gives the same text.
 */
export function formatJson(value: Json, place: Place): string {
  const flat = formatWithin(value, WIDTH - place.column - place.tail)
  if (flat !== undefined) return flat
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const [opening, closing] = bracketsOf(value)
  const members = membersOf(value)
  if (place.column <= DEEPEST_HANG) {
    const hang = place.column + opening.length
    return opening + fillMembers(members, { indent: hang, tail: closing.length + place.tail }) + closing
  }
  const indent = place.indent + 2
  const body = fillMembers(members, { indent, tail: 0 })
  return `${opening.trim()}\n${' '.repeat(indent)}${body}\n${' '.repeat(place.indent)}${closing.trim()}`
}

/** Members side by side as far as they fit, the first at the indentation. After a broken member a new line starts. */
export function fillMembers(members: readonly Member[], { indent, tail }: Omit<Place, 'column'>): string {
  const onePerLine = members.some(({ key, value }) => key === '' && typeof value === 'object' && value !== null)
  let filled = ''
  let column = indent
  for (const [index, { key, value }] of members.entries()) {
    const ending = index === members.length - 1 ? tail : 1
    const room = WIDTH - column - 1 - key.length - ending
    const beside = index === 0 || onePerLine ? undefined : formatWithin(value, room)
    const start = beside === undefined ? indent : column + 1
    const text = key + (beside ?? formatJson(value, { column: start + key.length, indent, tail: ending }))
    const gap = beside === undefined ? `\n${' '.repeat(indent)}` : ' '
    filled += (index === 0 ? '' : gap) + text + (index === members.length - 1 ? '' : ',')
    column = text.includes('\n') ? WIDTH : start + text.length + 1
  }
  return filled
}

/** The members of a container in their order; none for a plain value. */
export function membersOf(value: Json): Member[] {
  if (typeof value !== 'object' || value === null) return []
  if (isList(value)) return value.map((item) => ({ key: '', value: item }))
  return Object.entries(value).flatMap(([key, item]) =>
    item === undefined ? [] : [{ key: `${JSON.stringify(key)}: `, value: item }],
  )
}

/** The value on one line, if that takes no more than `room` characters. It gives up as soon as it takes more. */
function formatWithin(value: Json, room: number): string | undefined {
  if (typeof value === 'string' && value.length + 2 > room) return undefined
  if (typeof value !== 'object' || value === null) return within(JSON.stringify(value), room)
  const [opening, closing] = bracketsOf(value)
  const members = membersOf(value)
  if (members.length === 0) return within(opening.trim() + closing.trim(), room)
  let text = opening
  for (const [index, { key, value: item }] of members.entries()) {
    const start = index === 0 ? key : `, ${key}`
    const flat = formatWithin(item, room - text.length - start.length - closing.length)
    if (flat === undefined) return undefined
    text += start + flat
  }
  return within(text + closing, room)
}

function within(text: string, room: number): string | undefined {
  return text.length <= room ? text : undefined
}

function bracketsOf(container: object): readonly [opening: string, closing: string] {
  return Array.isArray(container) ? ['[', ']'] : ['{ ', ' }']
}

/** Narrows what `Array.isArray` leaves wide for lists that cannot be changed. */
function isList(value: object): value is readonly Json[] {
  return Array.isArray(value)
}
