import type { OutlineRow } from './OutlineRow.ts'

/** How many rows Page Up and Page Down go. */
const page = 10

/** The index of the row that a key leads to; undefined for keys that lead nowhere. */
export function moveToRow(rows: readonly OutlineRow[], at: number, key: string): number | undefined {
  const last = rows.length - 1
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, at + 1)
    case 'ArrowUp':
      return Math.max(0, at - 1)
    case 'PageDown':
      return Math.min(last, at + page)
    case 'PageUp':
      return Math.max(0, at - page)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}

/** The index of the row that this one belongs to. */
export function ownerOf(rows: readonly OutlineRow[], at: number): number | undefined {
  if (rows[at]?.level !== 2) return undefined
  const owner = rows.findLastIndex((row, index) => index < at && row.level === 1)
  return owner === -1 ? undefined : owner
}

/** The index of the next row after this one whose name begins with these letters, else has a word that does. */
export function findByName(names: readonly string[], at: number, letters: string): number | undefined {
  const wanted = letters.toLowerCase()
  // What is typed on goes on at the same row.
  const begin = letters.length > 1 ? at : at + 1
  const order = names.map((_, index) => (begin + index) % names.length)
  const starts = (name: string | undefined) => name?.toLowerCase().startsWith(wanted) === true
  const found = order.find((index) => starts(names[index]))
  return found ?? order.find((index) => names[index]?.split(/\s+/).some(starts))
}
