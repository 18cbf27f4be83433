import type { Json } from '../json/Json.ts'
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
   * The answer to the question the thread waits for. When several wait: a record of answers by question id.
   * Left out, a run with `null` as its input goes on from where the thread stopped.
   */
  readonly resume?: Json
}
