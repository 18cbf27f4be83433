import type { Json } from '../../json/Json.ts'
import type { State } from '../../state/StateType.ts'
import type { Summaries } from '../memory/ThreadMemory.ts'
import type { RunSession } from './RunSession.ts'
import type { Turns } from './Turns.ts'

/** An answer, or the pause that the graph engine needs thrown so that the run waits for one. */
export type Asked = { readonly answer: Json } | { readonly pause: unknown }

/** How the graph calls a node: what it knows beside the state. */
export interface StepCall {
  /** The run this belongs to. Without one (the graph was invoked by itself) nobody hears of it. */
  readonly session: RunSession | undefined
  readonly superstep: number
  /** What the run has counted so far, when it has loops. */
  readonly turns: Turns
  readonly signal: AbortSignal | undefined
  /** The summaries that the thread holds. */
  readonly summaries: Summaries
  /** Asks the person: the answer, or a pause. What was asked before is answered first, in order. */
  ask(question: Json): Asked
}

/** What a node gives back: new values, and the ids of the steps to go to. */
export interface StepOutcome {
  readonly update: State
  readonly targets: readonly string[]
  /** What is counted anew. */
  readonly turns: Turns
  /** Summaries that the thread is to hold from now on. */
  readonly summaries?: Summaries | undefined
}

/** A step as a node of the graph. */
export type StepNode = (state: State, call: StepCall) => Promise<StepOutcome>
