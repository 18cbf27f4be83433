import type { AgentVersion } from './LibrarySchema.ts'

const NEWEST_KEPT = 20
const DAYS_KEPT = 30
const DAY_MS = 24 * 60 * 60 * 1000

/** The versions worth keeping, newest first: the last twenty, and the newest of each of the last thirty days. */
export function keptVersions(versions: readonly AgentVersion[]): readonly AgentVersion[] {
  const newestFirst = [...versions].sort((a, b) => b.rev - a.rev)
  const days = new Set<number>()
  return newestFirst.filter((version, index) => {
    const day = Math.floor(version.at / DAY_MS)
    const firstOfDay = !days.has(day) && days.size < DAYS_KEPT
    if (firstOfDay) days.add(day)
    return index < NEWEST_KEPT || firstOfDay
  })
}
