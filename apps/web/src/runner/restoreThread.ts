import { isThreadKept, type StepRegistry } from '@petal/core/model'
import { planAgent } from '../editor/planning.ts'
import type { RunStore } from '../storage/createRunStore.ts'
import type { RunRecord } from '../storage/LibrarySchema.ts'
import { createRunRecorder } from './createRunRecorder.ts'
import { listKeyNeeds } from './keyNeeds.ts'
import type { RunThread, StrandedReason } from './RunThread.ts'
import { claimThreadLock } from './threadLock.ts'

/** The thread of a stored run, for this tab alone. */
export async function restoreThread(
  { runId, threadId, status }: RunRecord,
  { runs, registry }: { readonly runs: RunStore; readonly registry: StepRegistry },
): Promise<RunThread | StrandedReason> {
  const release = await claimThreadLock(threadId)
  if (release === undefined) return 'elsewhere'
  const [agent, parts, isKept] = await Promise.all([
    runs.config(runId),
    runs.countParts(runId),
    // Where that cannot be told, going on will.
    isThreadKept(threadId).catch(() => true),
  ])
  if (agent === undefined || !isKept) {
    release()
    return agent === undefined ? 'lost' : 'gone'
  }
  const recorder = createRunRecorder(runs, { runId, parts, status })
  return { id: threadId, agent, recorder, needs: listKeyNeeds(planAgent(agent, registry), registry), release }
}
