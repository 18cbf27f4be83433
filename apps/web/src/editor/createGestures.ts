/** A pause longer than this (ms) begins a new undo entry while one goes on typing in the same field. */
const pause = 1500

/** Names one change: those with the same name are undone together. `now` is a change of its own, `burst` is typing. */
export type NameGesture = (place: string, pace: 'burst' | 'now') => string

/**
 * Names bursts of typing: the same name for changes of one place that follow each other closely, so that undo takes
 * them back together.
 *
 * @param now the time in milliseconds.
 */
export function createGestures(now: () => number): NameGesture {
  let place: string | undefined
  let at = Number.NEGATIVE_INFINITY
  let count = 0
  return (next, pace) => {
    const time = now()
    if (pace === 'now' || next !== place || time - at > pause) count += 1
    place = pace === 'now' ? undefined : next
    at = time
    return `${next}#${count}`
  }
}
