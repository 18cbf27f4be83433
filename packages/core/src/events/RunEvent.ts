import type { Problem } from '../errors/Problem.ts'
import type { Json } from '../json/Json.ts'
import type { Message, Usage } from '../models/Message.ts'
import type { State } from '../state/StateType.ts'
import type { LogLevel } from '../step/StepContext.ts'

/** What every event of a run carries. */
export interface RunStamp {
  readonly runId: string
  /** 0, 1, 2 … within the run, without gaps: the order, whatever the clock says. */
  readonly seq: number
  /** Milliseconds since 1970, for people only. */
  readonly at: number
}

/** What every event of a step carries beside. */
export interface StepStamp extends RunStamp {
  readonly stepId: string
  readonly nodeName: string
  /** One execution of the step; a loop makes several. */
  readonly executionId: string
  /** 1 for the first execution of this step in the run, then 2 … */
  readonly iteration: number
  /** Execution ids of the enclosing sub-agents, outermost first. Empty at the top. */
  readonly path: readonly string[]
  /** Which of the agents that the enclosing step runs it belongs to: a map runs one per item. */
  readonly key?: string
}

/** A question put to a person while the run waits. */
export interface RunQuestion {
  readonly id: string
  readonly stepId: string
  readonly question: Json
  /** The place of the execution that asks (see `placeOf`), at any depth; `stepId` is that of the outermost. */
  readonly place?: string
}

/** Where a run stopped on request. */
export interface RunBreakpoint {
  /** The agent of the file whose steps they are; without it the one that was run. */
  readonly agentId?: string
  /** Which run of that agent it is, as its events say it. */
  readonly path?: readonly string[]
  readonly key?: string
  /** Those of the marked steps that it stopped at. */
  readonly stepIds: readonly string[]
  readonly when: 'before' | 'after'
  /** All steps that come next, marked or not. Of a called agent, and in runs of earlier days, this is not told. */
  readonly nextIds?: readonly string[]
  /** The state of that agent, as far as it is another than the one that was run. */
  readonly state?: State
}

/** Where a run began that does not begin at START. */
export interface RunStartOrigin {
  readonly runId?: string
  readonly stepIds: readonly string[]
}

/** An edge that leads back. */
export interface LoopEdge {
  readonly from: string
  readonly exit?: string
  readonly to: string
}

/**
 * Everything that happens in a run, as plain JSON. Noun-verb names; `reduceRun` folds them into a `RunState`, and a
 * recorded list replays through the same door.
 */
export type RunEvent =
  /** `resumed`: it goes on with a thread that was paused. */
  | (RunStamp & {
      readonly type: 'run-start'
      readonly configHash: string
      readonly input: State
      readonly threadId?: string
      readonly resumed?: boolean
      /** It begins at these steps, with the state of a moment of another run; the next event tells that state. */
      readonly from?: RunStartOrigin
    })
  /** `resumed`: the execution waited for a person and goes on; what it had done so far still counts. */
  /** `superstep`: steps with the same number ran side by side. `agentId`: the called agent of the file whose step it is. */
  | (StepStamp & {
      readonly type: 'step-start'
      readonly agentId?: string
      readonly state: State
      readonly superstep?: number
      readonly resumed?: boolean
    })
  /** A piece of text, as it was made. */
  | (StepStamp & { readonly type: 'step-delta'; readonly text: string })
  | (StepStamp & {
      readonly type: 'step-log'
      readonly level: LogLevel
      readonly message: string
      readonly data?: Json
    })
  /** A loop goes round: the step leads along `edge`, and turn `turn` begins (2 for the second). 1: it is entered anew. */
  | (StepStamp & { readonly type: 'loop-turn'; readonly edge: LoopEdge; readonly turn: number })
  /** How far a step has come that does one thing many times. */
  | (StepStamp & { readonly type: 'step-progress'; readonly done: number; readonly total: number })
  /** The exact messages sent to a model. `purpose`: what for, when it is not the step's own question. */
  | (StepStamp & {
      readonly type: 'model-start'
      readonly provider: string
      readonly model: string
      readonly messages: readonly Message[]
      readonly purpose?: 'memory'
    })
  | (StepStamp & {
      readonly type: 'model-end'
      readonly message: Message
      readonly durationMs: number
      readonly usage?: Usage
    })
  | (StepStamp & {
      readonly type: 'tool-start'
      readonly toolCallId: string
      readonly name: string
      readonly args: Json
    })
  | (StepStamp & {
      readonly type: 'tool-end'
      readonly toolCallId: string
      readonly name: string
      readonly result?: Json
      readonly problem?: Problem
    })
  /** Before try `attempt` (2 for the first retry), after a wait of `waitMs`. */
  | (StepStamp & {
      readonly type: 'step-retry'
      readonly attempt: number
      readonly waitMs: number
      readonly problem: Problem
    })
  | (StepStamp & {
      readonly type: 'step-end'
      readonly update: State
      readonly exit?: string
      readonly durationMs: number
      readonly usage?: Usage
      /** What went wrong, when the step failed and its settings let the run go on. */
      readonly problem?: Problem
      /** The step is disabled: the state passed through it. */
      readonly disabled?: true
      /** The step was not run: a fixed output was taken. */
      readonly fixed?: true
    })
  | (StepStamp & { readonly type: 'step-error'; readonly problem: Problem; readonly durationMs: number })
  /** A step that will not run, and why: "Not run: Router chose refund". */
  | (RunStamp & {
      readonly type: 'step-skip'
      readonly stepId: string
      readonly nodeName: string
      readonly reason: string
      readonly path?: readonly string[]
      readonly key?: string
    })
  /** The whole state after a superstep; with a `path`, the state of a sub-agent. */
  | (RunStamp & {
      readonly type: 'state'
      readonly state: State
      readonly path?: readonly string[]
      readonly key?: string
    })
  /**
   * A person set fields of the state while the run waited: `state` is the whole of it, `stepIds` come next. With a `path`,
   * that of the called agent at whose breakpoint it waits.
   */
  | (RunStamp & {
      readonly type: 'state-edit'
      readonly values: State
      readonly state: State
      readonly stepIds: readonly string[]
      readonly path?: readonly string[]
      readonly key?: string
    })
  /**
   * A person answered a question, and the run goes on. Told before the answer is taken: of a run that broke off there and
   * was answered again, the last one is true. An execution asks all its questions under one id: `count` tells the first
   * from the second.
   */
  | (RunStamp & {
      readonly type: 'question-answer'
      readonly question: RunQuestion
      readonly answer: Json
      readonly count?: number
    })
  | (RunStamp & {
      readonly type: 'run-pause'
      readonly questions: readonly RunQuestion[]
      readonly breakpoint?: RunBreakpoint
    })
  | (RunStamp & {
      readonly type: 'run-end'
      readonly state: State
      readonly durationMs: number
      readonly usage?: Usage
    })
  | (RunStamp & { readonly type: 'run-error'; readonly problem: Problem; readonly durationMs: number })
  | (RunStamp & { readonly type: 'run-cancel'; readonly durationMs: number })

/** The names of the events. */
export type RunEventType = RunEvent['type']
