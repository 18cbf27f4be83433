/** What became of the items that were begun; those that were not are missing. */
export type Outcomes<Result> = readonly (Result | undefined)[]

/**
 * Does work for each of some items, a few at once, and gives the results in the order of the items, whatever order they
 * come in. No item is begun after `isOver` says so; those under way are waited for.
 */
export async function runItems<Result>(
  count: number,
  limit: number,
  work: (index: number) => Promise<Result>,
  isOver: () => boolean,
): Promise<Outcomes<Result>> {
  const outcomes: (Result | undefined)[] = Array.from({ length: count })
  let next = 0
  const take = async () => {
    while (next < count && !isOver()) {
      const index = next
      next += 1
      outcomes[index] = await work(index)
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, count) }, take))
  return outcomes
}
