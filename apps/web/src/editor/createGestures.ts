/** A pause longer than this (ms) begins a new undo entry while one goes on typing in the same field. */
const pause = 1500

/**
 * Names bursts of typing: the same name for changes of one place that follow each other closely, so that undo takes
 * them back together.
 *
 * @param now the time in milliseconds.
 */
export function createGestures(now: () => number): (place: string) => string {
  let place: string | undefined
  let at = Number.NEGATIVE_INFINITY
  let count = 0
  return (next) => {
    const time = now()
    if (next !== place || time - at > pause) count += 1
    place = next
    at = time
    return `${next}#${count}`
  }
}
