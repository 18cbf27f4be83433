import type { RunWait } from './RunState.ts'

/** How long a run was at work between two times, all in milliseconds: what it waited for a person does not count. */
export function workedBetween(waits: readonly RunWait[] | undefined, from: number, to: number): number {
  const waited = (waits ?? []).reduce(
    (sum, wait) => sum + Math.max(0, Math.min(to, wait.to) - Math.max(from, wait.from)),
    0,
  )
  return Math.max(0, to - from - waited)
}
