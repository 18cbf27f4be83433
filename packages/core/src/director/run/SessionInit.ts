import type { Checkpointer } from '../../checkpoint/Checkpointer.ts'
import type { RunEvent } from '../../events/RunEvent.ts'
import type { Usage } from '../../models/Message.ts'
import type { AgentPlan } from '../AgentPlan.ts'
import type { Breakpoints, FixedOutput, GivenAnswers } from '../RunOptions.ts'
import type { RunServices } from '../resolveServices.ts'
import type { RunResources } from './RunResources.ts'

/** What a session needs to know of its run. */
export interface SessionInit {
  readonly plan: AgentPlan
  readonly configHash: string
  readonly services: RunServices
  /** Gets every event, in order. Never called after a final one. */
  readonly receive: (event: RunEvent) => void
  readonly threadId: string
  /** Where this and the runs within it are remembered. */
  readonly checkpointer: Checkpointer
  /** Where the whole run stops on request. */
  readonly breakpoints: Breakpoints
  /** What is taken instead of running steps, by step id; of the agents within the file by `agent/step`. */
  readonly fixed?: Readonly<Record<string, FixedOutput>>
  /** What executions gave in another run and give again, by their places. */
  readonly recorded?: Readonly<Record<string, FixedOutput>>
  /** What a person answered in another run, by place; undefined where a person is asked. */
  readonly answers?: GivenAnswers | undefined
  /** Set for the run of a sub-agent: where it stands, who counts its tokens, and what the whole run has open. */
  readonly inner?: {
    /** Its id in the file; one that is given whole has none. */
    readonly agentId: string | undefined
    readonly path: readonly string[]
    readonly key?: string
    /** The place of the execution that runs it. */
    readonly place: string
    readonly resources: RunResources
    noteUsage(usage: Usage | undefined): void
  }
}
