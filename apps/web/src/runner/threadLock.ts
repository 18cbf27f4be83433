/** The lock that says "this thread is alive in some tab". The browser gives it back when the tab goes, however it goes. */
const lockName = (threadId: string) => `petal-run:${threadId}`

/**
 * Takes the lock of a thread when no other tab holds it: the function that gives it back, or nothing. Where there are no
 * locks, it is free.
 */
export function claimThreadLock(threadId: string): Promise<(() => void) | undefined> {
  if (navigator.locks === undefined) return Promise.resolve(() => undefined)
  return new Promise((resolve) => {
    navigator.locks
      .request(lockName(threadId), { ifAvailable: true }, (lock) => {
        if (lock === null) return resolve(undefined)
        return new Promise<void>((release) => resolve(release))
      })
      .catch(() => resolve(undefined))
  })
}

/** The threads, of those given, that are alive in no tab. Without locks: all of them. */
export async function findDeadThreads(threadIds: readonly string[]): Promise<readonly string[]> {
  const snapshot = await navigator.locks?.query()
  const held = new Set(snapshot?.held?.map(({ name }) => name))
  return threadIds.filter((threadId) => !held.has(lockName(threadId)))
}
