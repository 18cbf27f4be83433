/**
 * The entry of a list at a place where there is one. Steps are numbered, and what is known about them stands in lists
 * that are as long: that a number belongs to a list is not in its type.
 *
 * @throws RangeError when there is none: a number of another agent, or one that stands for no step
 */
export function entryAt<Entry>(list: readonly (Entry | undefined)[], place: number): Entry {
  const entry = list[place]
  if (entry === undefined) throw new RangeError(`There is no entry ${place} in a list of ${list.length}.`)
  return entry
}
