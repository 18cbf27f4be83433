import type { Checkpointer } from '../../checkpoint/Checkpointer.ts'
import type { RunEvent, RunStamp } from '../../events/RunEvent.ts'
import type { Usage } from '../../models/Message.ts'
import type { AgentPlan, PlannedStep } from '../AgentPlan.ts'
import type { Breakpoints, FixedOutput, GivenAnswers } from '../RunOptions.ts'
import type { RunServices } from '../resolveServices.ts'
import type { RunResources } from './RunResources.ts'

/** An event before it is stamped. Distributes over the union, so that each type keeps its own fields. */
export type Unstamped<Event> = Event extends RunEvent ? Omit<Event, keyof RunStamp> : never

/** What one execution of a step needs of the run it belongs to. */
export interface ExecutionSession {
  readonly plan: AgentPlan
  readonly services: RunServices
  /** Execution ids of the enclosing sub-agents, outermost first. */
  readonly path: readonly string[]
  /** Which of the runs within the enclosing step this is. */
  readonly key: string | undefined
  /** The called agent of the file that runs; undefined for the run's own, and for one that is given whole. */
  readonly agentId: string | undefined
  readonly threadId: string
  readonly checkpointer: Checkpointer
  /** What the whole run has open. */
  readonly resources: RunResources
  /** Where the whole run stops on request. */
  readonly breakpoints: Breakpoints
  /** What the whole run takes instead of running steps. */
  readonly fixed: Readonly<Record<string, FixedOutput>>
  /** What the whole run takes from another one. */
  readonly recorded: Readonly<Record<string, FixedOutput>>
  /** What a person answered in another run, by place; undefined where a person is asked. */
  readonly answers: GivenAnswers | undefined
  /** Which execution of the whole run the next one of a step would be, whatever ids they have. */
  placeOf(step: PlannedStep, iteration: number): string
  /** An id unique in every run. */
  createId(): string
  emit(event: Unstamped<RunEvent>): void
  /** Adds to the tokens of the run. */
  noteUsage(usage: Usage | undefined): void
  /** Notes that a step ended, and by which exit it left. */
  noteEnd(step: PlannedStep, exit: string | undefined): void
}
