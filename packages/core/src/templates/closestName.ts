/**
 * The name most like the one written, for "did you mean": the same but for case, else at most two edits away (one for
 * short names), else one that contains the other. Nothing when none is like it.
 */
export function closestName(written: string, names: Iterable<string>): string | undefined {
  let best: string | undefined
  let bestDistance = Number.POSITIVE_INFINITY
  const wanted = written.toLowerCase()
  for (const name of names) {
    const distance = distanceOf(wanted, name.toLowerCase())
    if (distance >= bestDistance) continue
    best = name
    bestDistance = distance
  }
  return best
}

function distanceOf(wanted: string, name: string): number {
  if (wanted === name) return 0
  const allowed = Math.min(wanted.length, name.length) < 4 ? 1 : 2
  const edits = countEdits(wanted, name, allowed)
  if (edits <= allowed) return edits
  const contained = wanted.length > 2 && name.length > 2 && (name.includes(wanted) || wanted.includes(name))
  return contained ? 3 + Math.abs(name.length - wanted.length) : Number.POSITIVE_INFINITY
}

/** Levenshtein's distance; anything above `limit` may be given as `limit + 1`. */
function countEdits(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(replaced, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    previous = row
  }
  return previous[b.length] ?? limit + 1
}
