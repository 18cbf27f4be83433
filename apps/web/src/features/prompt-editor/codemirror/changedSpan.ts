/** The one span in which two texts differ, as a change from the first to the second; undefined when they are equal. */
export function changedSpan(from: string, to: string): { from: number; to: number; insert: string } | undefined {
  if (from === to) return undefined
  const shorter = Math.min(from.length, to.length)
  let start = 0
  while (start < shorter && from[start] === to[start]) start += 1
  let end = 0
  while (end < shorter - start && from[from.length - 1 - end] === to[to.length - 1 - end]) end += 1
  return { from: start, to: from.length - end, insert: to.slice(start, to.length - end) }
}
