import type { RunStore } from '../storage/createRunStore.ts'
import { findDeadThreads } from './threadLock.ts'

/**
 * Runs that were under way when their page went away become "interrupted"; those that wait for a person go on waiting.
 * Asked once, when the app starts.
 */
export async function markInterrupted(runs: RunStore): Promise<void> {
  const open = (await runs.list()).filter(({ status }) => status === 'running')
  const dead = new Set(await findDeadThreads(open.map(({ threadId }) => threadId)))
  await Promise.all(
    open.filter(({ threadId }) => dead.has(threadId)).map(({ runId }) => runs.setStatus(runId, 'interrupted')),
  )
}
