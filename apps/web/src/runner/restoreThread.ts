import { isThreadKept, type StepRegistry } from '@petal/core/model'
import type { RunStore } from '../storage/createRunStore.ts'
import type { RunRecord } from '../storage/LibrarySchema.ts'
import { createRunRecorder } from './createRunRecorder.ts'
import { listKeyNeeds } from './keyNeeds.ts'
import type { RunThread, StrandedReason } from './RunThread.ts'
import { claimThreadLock } from './threadLock.ts'

interface Stores {
  readonly runs: RunStore
  readonly registry: StepRegistry
}

/** The thread of a stored run, for this tab alone. Rejects with a `storage.*` error. */
export async function restoreThread(record: RunRecord, stores: Stores): Promise<RunThread | StrandedReason> {
  const release = await claimThreadLock(record.threadId)
  if (release === undefined) return 'elsewhere'
  try {
    const found = await readThread(record, stores)
    if (typeof found === 'object') return { ...found, release }
    release()
    return found
  } catch (fault) {
    release()
    throw fault
  }
}

async function readThread(
  { runId, threadId, status }: RunRecord,
  { runs, registry }: Stores,
): Promise<Omit<RunThread, 'release'> | StrandedReason> {
  const [agent, parts, isKept, { planAgent }] = await Promise.all([
    runs.config(runId),
    runs.countParts(runId),
    // Where that cannot be told, going on will.
    isThreadKept(threadId).catch(() => true),
    import('../editor/planning.ts'),
  ])
  if (agent === undefined) return 'lost'
  if (!isKept) return 'gone'
  const recorder = createRunRecorder(runs, { runId, parts, status })
  return { id: threadId, agent, recorder, needs: listKeyNeeds(planAgent(agent, registry), registry) }
}
