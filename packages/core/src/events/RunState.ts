import type { Problem } from '../errors/Problem.ts'
import type { Json } from '../json/Json.ts'
import type { Message, Usage } from '../models/Message.ts'
import type { State } from '../state/StateType.ts'
import type { LogLevel } from '../step/StepContext.ts'
import type { LoopEdge, RunBreakpoint, RunQuestion, RunStartOrigin } from './RunEvent.ts'

/** How a run stands. `ended`, `failed` and `cancelled` are final; `paused` waits for a person. */
export type RunStatus = 'running' | 'paused' | 'ended' | 'failed' | 'cancelled'

/**
 * How one step or one execution of it stands. `waiting`: it asked a person. `stopped`: ended from outside, because the
 * run was cancelled or another step failed. Only steps can be `skipped`.
 */
export type ExecutionStatus = 'running' | 'waiting' | 'ended' | 'failed' | 'stopped'
export type StepRunStatus = ExecutionStatus | 'skipped'

/** One line a step logged. */
export interface StepLog {
  readonly level: LogLevel
  readonly message: string
  readonly data?: Json
}

/** One question to a model, with its answer when there is one. */
export interface ModelCall {
  readonly provider: string
  readonly model: string
  /** The exact messages sent. */
  readonly messages: readonly Message[]
  /** What for, when it is not the step's own question: `memory` writes the summary of a conversation. */
  readonly purpose?: 'memory'
  readonly answer?: Message
  readonly durationMs?: number
  readonly usage?: Usage
}

/** One use of a tool. */
export interface ToolRun {
  readonly toolCallId: string
  readonly name: string
  readonly args: Json
  readonly status: 'running' | 'ended' | 'failed'
  readonly result?: Json
  readonly problem?: Problem
}

/** One further try of an execution. */
export interface StepRetry {
  /** 2 for the first retry. */
  readonly attempt: number
  readonly waitMs: number
  readonly problem: Problem
}

/** How far a step has come that does one thing many times. */
export interface StepProgress {
  readonly done: number
  readonly total: number
}

/** One execution of a step; a loop makes several. */
export interface StepExecution {
  readonly executionId: string
  readonly stepId: string
  readonly nodeName: string
  readonly iteration: number
  /** Executions with the same number, at the same place, ran side by side. */
  readonly superstep?: number
  /** Execution ids of the enclosing sub-agents, outermost first. */
  readonly path: readonly string[]
  /** Which of the agents that the enclosing step runs it belongs to. */
  readonly key?: string
  /** The called agent of the file whose step it is; none for a step of the run's own, or of an agent that is given whole. */
  readonly agentId?: string
  readonly status: ExecutionStatus
  /** Milliseconds since 1970. */
  readonly startedAt: number
  /** How long it was at work, in milliseconds: what the run waited for a person meanwhile does not count. */
  readonly durationMs?: number
  /** When it ended, in milliseconds since 1970. */
  readonly endedAt?: number
  /** The state the step saw. */
  readonly stateBefore: State
  /** The state after the superstep it belonged to. */
  readonly stateAfter?: State
  readonly update?: State
  /** The port it left by. */
  readonly exit?: string
  /** What it said so far, token by token. Begins anew with each try. */
  readonly text: string
  readonly logs: readonly StepLog[]
  readonly calls: readonly ModelCall[]
  readonly tools: readonly ToolRun[]
  readonly retries: readonly StepRetry[]
  readonly progress?: StepProgress
  readonly usage?: Usage
  readonly problem?: Problem
  /** The step was disabled: the state passed through it. */
  readonly disabled?: true
  /** The step was not run: a fixed output was taken. */
  readonly fixed?: true
}

/** What a card shows of its step: the newest execution in short. */
export interface StepRun {
  readonly stepId: string
  readonly nodeName: string
  readonly status: StepRunStatus
  /** Executions so far. 0 when it was skipped. */
  readonly iteration: number
  /** The newest execution. */
  readonly executionId?: string
  readonly text: string
  /** Milliseconds since 1970. */
  readonly startedAt?: number
  /** How long the newest execution was at work. */
  readonly durationMs?: number
  /** Tries of the newest execution; 1 unless it was tried again. */
  readonly attempt: number
  readonly progress?: StepProgress
  /** The port the newest execution left by. */
  readonly exit?: string
  readonly usage?: Usage
  readonly problem?: Problem
  /** The step was disabled: the state passed through it. */
  readonly disabled?: true
  /** The step was not run: a fixed output was taken. */
  readonly fixed?: true
  /** Why it did not run. */
  readonly reason?: string
}

/** The turn that a loop is in. */
export interface LoopTurn {
  readonly edge: LoopEdge
  readonly turn: number
  /** The execution that led into it. */
  readonly executionId: string
}

/** What a person wrote over the state while the run waited. */
export interface StateEditRecord {
  /** Milliseconds since 1970. */
  readonly at: number
  /** How many executions had begun before. */
  readonly after: number
  readonly stateBefore: State
  readonly stateAfter: State
  /** The run of a called agent whose state it is; without it that of the run itself. */
  readonly path?: readonly string[]
  readonly key?: string
  /** The steps that came next. */
  readonly stepIds: readonly string[]
}

/** What a person answered. */
export interface AnswerRecord {
  /** Milliseconds since 1970. */
  readonly at: number
  /** How many executions had begun before. */
  readonly after: number
  readonly question: Json
  readonly answer: Json
  /** The id of the question, and which of those under this id it is. */
  readonly questionId: string
  readonly count?: number
  /** The step that asked, at any depth; where a run of earlier days does not tell which of several did, their caller. */
  readonly stepId: string
  /** Its execution. */
  readonly executionId?: string
  /** The place of the execution that asked (see `placeOf`); none where that is not known, or only its caller is. */
  readonly place?: string
}

/** A step of a sub-agent that did not run. */
export interface SkippedStep {
  readonly stepId: string
  readonly nodeName: string
  readonly reason: string
  /** Execution ids of the enclosing sub-agents, outermost first. */
  readonly path: readonly string[]
  /** Which of the agents that the enclosing step runs it belongs to. */
  readonly key?: string
}

/** A time in which nothing was at work, in milliseconds since 1970: the run waited for a person. */
export interface RunWait {
  readonly from: number
  readonly to: number
}

/** A run as folded from its events: what the panel, the cards and the timeline draw. Plain JSON. */
export interface RunState {
  readonly runId: string
  /** The id that it began with, where it has gone on since: each going on has one of its own. */
  readonly begunAs?: string
  readonly threadId?: string
  readonly configHash: string
  readonly status: RunStatus
  /** Where it began, when that was not at START. */
  readonly from?: RunStartOrigin
  readonly input: State
  /** Milliseconds since 1970. */
  readonly startedAt: number
  /** When it last began or went on after a pause. */
  readonly wentOnAt: number
  /** How long it was at work before that, in milliseconds; what it waited does not count. */
  readonly workedMs: number
  /** When it waited for a person and then went on, in order. */
  readonly waits?: readonly RunWait[]
  readonly durationMs?: number
  /** `seq` of the newest event. */
  readonly seq: number
  /** By step id; steps that neither ran nor were skipped are not in it. */
  readonly steps: Readonly<Record<string, StepRun>>
  /** The turns of the loops that were gone round at least once. */
  readonly turns: readonly LoopTurn[]
  /** In the order they started. */
  readonly executions: readonly StepExecution[]
  /** What a person set in the state, in order. */
  readonly edits?: readonly StateEditRecord[]
  /** What a person answered, in order. */
  readonly answers?: readonly AnswerRecord[]
  /** Steps of sub-agents that did not run; those of the agent itself are in `steps`. */
  readonly skipped?: readonly SkippedStep[]
  /** The newest state. */
  readonly state: State
  readonly questions: readonly RunQuestion[]
  readonly breakpoint?: RunBreakpoint
  /** What went wrong, in order. */
  readonly problems: readonly Problem[]
  readonly usage?: Usage
}
