import type { JsonObject } from '../../json/Json.ts'

/**
 * The members of a list by what they are called under `key`, by their number where they are not; in the order of the list.
 * A name that is taken gets a number.
 */
export function byName(list: readonly JsonObject[], key: string): ReadonlyMap<string, JsonObject> {
  const members = new Map<string, JsonObject>()
  for (const [index, item] of list.entries()) {
    const name = item[key]
    members.set(
      freeName((taken) => members.has(taken), typeof name === 'string' ? name : String(index)),
      item,
    )
  }
  return members
}

/** A name that is not taken: the one wished for, or that with a number. */
export function freeName(isTaken: (name: string) => boolean, wish: string): string {
  let name = wish
  for (let count = 2; isTaken(name); count += 1) name = `${wish} (${count})`
  return name
}
