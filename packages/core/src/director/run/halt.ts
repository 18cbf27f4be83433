import type { RunBreakpoint } from '../../events/RunEvent.ts'
import { isJsonObject } from '../../json/isJsonObject.ts'
import type { Json } from '../../json/Json.ts'
import type { State } from '../../state/StateType.ts'

/** Marks what waits as no question: the run of a called agent stopped at a breakpoint. */
const HALT_KEY = '__petal_breakpoint'

/** A called agent that stands at a breakpoint. */
export interface Halt {
  readonly breakpoint: RunBreakpoint
  /** The thread of its run. */
  readonly threadId: string
}

/** What a step asks, so that it waits while an agent it called stands at a breakpoint. */
export function toHalt({ breakpoint, threadId }: Halt): Json {
  const { stepIds, when, path = [], nextIds, ...rest } = breakpoint
  // The step that called the agent is what comes next.
  return { [HALT_KEY]: { ...rest, path: [...path], stepIds: [...stepIds], when, threadId } }
}

/** The halt that a question stands for; nothing when it is one. */
export function readHalt(question: Json): Halt | undefined {
  const halt = isJsonObject(question) ? question[HALT_KEY] : undefined
  if (!isJsonObject(halt)) return undefined
  const { agentId, path, key, stepIds, when, state, threadId } = halt
  if (typeof agentId !== 'string' || !Array.isArray(path) || !Array.isArray(stepIds)) return undefined
  const breakpoint: RunBreakpoint = {
    agentId,
    path: path.map(String),
    ...(typeof key === 'string' ? { key } : {}),
    stepIds: stepIds.map(String),
    when: when === 'after' ? 'after' : 'before',
    // An object of plain JSON is a state.
    ...(isJsonObject(state) ? { state: state as State } : {}),
  }
  return { breakpoint, threadId: typeof threadId === 'string' ? threadId : '' }
}
