import type { Json } from '../json/Json.ts'
import type { State } from '../state/StateType.ts'
import type { RunInput } from './run/checkInput.ts'
import type { Services } from './Services.ts'

/** Steps of one agent to stop at, by step id. */
export interface AgentBreakpoints {
  readonly before?: readonly string[]
  readonly after?: readonly string[]
}

/** Steps to stop at: of the agent itself, and of the agents within its file, by their ids. */
export interface Breakpoints extends AgentBreakpoints {
  readonly agents?: Readonly<Record<string, AgentBreakpoints>>
}

/** What a step is taken to give, instead of being run. */
export interface FixedOutput {
  readonly update: State
  /** The port it leaves by, where there are several. */
  readonly exit?: string
}

/** What a person answered to a question. */
export interface GivenAnswer {
  readonly question: Json
  readonly answer: Json
}

/** What a person answered in a run, by the places of the executions that asked (see `placeOf`), in order. */
export type GivenAnswers = Readonly<Record<string, readonly GivenAnswer[]>>

/** A moment of a run at which another one begins. */
export interface RunOrigin {
  /** The run it was taken from. */
  readonly runId?: string
  /** The steps that run first; several for branches side by side. */
  readonly stepIds: readonly string[]
  /** The whole state that they find. */
  readonly state: State
  /** What a person sets on top of it: each value is that of the whole field. */
  readonly edit?: RunInput
}

/** How one run goes. */
export interface RunOptions {
  /** Names the conversation: a later run with the same id goes on where this one ended. */
  readonly threadId?: string
  /** Stops the run; requests under way are cancelled, results so far are kept. */
  readonly signal?: AbortSignal
  /** Laid over the services the agent was built with. */
  readonly services?: Services
  readonly breakpoints?: Breakpoints
  /**
   * By step id: these steps are not run, what they give is taken from here. Those of an agent within the file are named
   * `agent/step`, and are taken wherever that agent is called.
   */
  readonly fixed?: Readonly<Record<string, FixedOutput>>
  /**
   * What executions gave in another run, by their places (see `placeOf`): they are taken as fixed outputs are, and no
   * model is asked for another. A step that has to ask one fails with `run.unrecorded`.
   */
  readonly recorded?: Readonly<Record<string, FixedOutput>>
  /**
   * What a person answered in another run: each is taken for the same question, or else for the next one at its place,
   * and nobody is asked. A step whose question has none left fails with `run.unanswered`; so does a call of a tool that is
   * not the one a person allowed.
   */
  readonly answers?: GivenAnswers
  /** Begins there instead of at START, on a thread that is new. The input is then only told, for the record. */
  readonly from?: RunOrigin
  /**
   * The answer to the question the thread waits for. When several wait: a record of answers by question id.
   * Left out, a run with `null` as its input goes on from where the thread stopped.
   */
  readonly resume?: Json
}
