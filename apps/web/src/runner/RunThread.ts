import type { AgentConfig, KeyRequirement, StepRegistry } from '@petal/core/model'
import type { RunStore } from '../storage/createRunStore.ts'
import type { RunRecord } from '../storage/LibrarySchema.ts'
import { createRunRecorder, type RunRecorder } from './createRunRecorder.ts'
import { listKeyNeeds } from './keyNeeds.ts'
import { claimThreadLock } from './threadLock.ts'

/** A run that is under way, or can go on: with the agent as it was when it began. */
export interface RunThread {
  readonly id: string
  readonly agent: AgentConfig
  readonly recorder: RunRecorder
  readonly needs: readonly KeyRequirement[]
  /** Lets other tabs go on with it. */
  release(): void
}

/**
 * What came of it: `elsewhere`, another tab has it; `lost`, its agent was not kept; `busy`, another run is under way.
 */
export type RestoreOutcome = 'ready' | 'elsewhere' | 'lost' | 'busy'

/** The thread of a stored run, for this tab alone. */
export async function restoreThread(
  { runId, threadId, status }: RunRecord,
  { runs, registry }: { readonly runs: RunStore; readonly registry: StepRegistry },
): Promise<RunThread | 'elsewhere' | 'lost'> {
  const release = await claimThreadLock(threadId)
  if (release === undefined) return 'elsewhere'
  const [agent, parts, { planAgent }] = await Promise.all([
    runs.config(runId),
    runs.countParts(runId),
    import('../editor/planning.ts'),
  ])
  if (agent === undefined) {
    release()
    return 'lost'
  }
  const recorder = createRunRecorder(runs, { runId, parts, status })
  return { id: threadId, agent, recorder, needs: listKeyNeeds(planAgent(agent, registry), registry), release }
}
