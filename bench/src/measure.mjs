/** Measures ours and the floor in turns, so that a noisy machine hurts both alike; gives the medians. */
export async function inTurns(rounds, ours, floor) {
  const mine = []
  const theirs = []
  for (let round = 0; round < rounds; round += 1) {
    theirs.push(await floor(round))
    mine.push(await ours(round))
  }
  return { ours: median(mine), floor: median(theirs) }
}

/** Milliseconds that one call takes. */
export async function timed(work) {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}

/** One line of the table. `met` is undefined where a budget has no figure to compare with. */
export function row({ what, budget, ours, floor, unit, met }) {
  return { what, budget, ours: round(ours), floor: floor === undefined ? undefined : round(floor), unit, met }
}

function round(value) {
  if (typeof value !== 'number') return value
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3))
}
