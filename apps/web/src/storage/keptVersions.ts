import type { AgentVersion } from './LibrarySchema.ts'

const NEWEST_KEPT = 20
const DAYS_KEPT = 30
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * The versions worth keeping, newest first: all that have a name, the last twenty that were kept for a reason, the last
 * twenty others, and the newest of each of the last thirty days.
 */
export function keptVersions(versions: readonly AgentVersion[]): readonly AgentVersion[] {
  const newestFirst = [...versions].sort((a, b) => b.rev - a.rev)
  const days = new Set<number>()
  const counts = { reason: 0, none: 0 }
  return newestFirst.filter(({ at, reason, name }) => {
    if (name !== undefined) return true
    const day = Math.floor(at / DAY_MS)
    const firstOfDay = !days.has(day) && days.size < DAYS_KEPT
    if (firstOfDay) days.add(day)
    counts[reason === undefined ? 'none' : 'reason'] += 1
    return counts[reason === undefined ? 'none' : 'reason'] <= NEWEST_KEPT || firstOfDay
  })
}
