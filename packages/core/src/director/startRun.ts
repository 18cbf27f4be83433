import type { RunEvent } from '../events/RunEvent.ts'
import type { State } from '../state/StateType.ts'
import type { AgentRuntime } from './AgentRuntime.ts'
import type { RunOptions } from './RunOptions.ts'
import { overlayServices } from './resolveServices.ts'
import { checkBreakpoints } from './run/checkBreakpoints.ts'
import { checkInput, type RunInput } from './run/checkInput.ts'
import { createId } from './run/createId.ts'
import { RunSession } from './run/RunSession.ts'
import { resumeThread } from './run/resumeThread.ts'
import { toRunError } from './run/toRunError.ts'
import { toGraphInput } from './toLangGraph.ts'
import { type Passage, toRunEvents } from './toRunEvents.ts'

/**
 * Runs an agent once. Tells `receive` every event; gives the final state (of a paused run: the state so far), or rejects
 * with the fault that the last event names.
 */
export async function startRun(
  runtime: AgentRuntime,
  input: RunInput | null,
  options: RunOptions,
  receive: (event: RunEvent) => void,
): Promise<State> {
  const { plan, configHash } = runtime
  const services = overlayServices(runtime.services, options.services)
  const breakpoints = checkBreakpoints(options.breakpoints, plan)
  const threadId = options.threadId ?? (needsThread(runtime, input, options) ? createId() : undefined)
  const graph = threadId === undefined ? runtime.graph : runtime.threaded(services.checkpointer)
  const signal = options.signal ?? new AbortController().signal
  const session = new RunSession({ plan, configHash, services, receive, threadId })
  const passage: Omit<Passage, 'input'> = { graph, plan, session, signal, breakpoints, recursionLimit: limitOf(plan) }
  try {
    if (input === null) {
      session.start({}, true)
      return await toRunEvents({ ...passage, input: await resumeThread(passage, options.resume) })
    }
    const given = startWith(session, input)
    signal.throwIfAborted()
    return await toRunEvents({ ...passage, input: toGraphInput(plan, given) })
  } catch (thrown) {
    throw toRunError(thrown, session, signal)
  }
}

/** Checks the input and starts the session with it; with nothing when it cannot be used, so that every run has a start. */
function startWith(session: RunSession, input: RunInput): State {
  try {
    const given = checkInput(input, session.plan.stateType, session.createId)
    session.start(given, false)
    return given
  } catch (thrown) {
    session.start({}, false)
    throw thrown
  }
}

/** A thread lets a run be remembered, pause and go on. */
function needsThread({ graph }: AgentRuntime, input: RunInput | null, { breakpoints, services }: RunOptions): boolean {
  const stops = (breakpoints?.before?.length ?? 0) + (breakpoints?.after?.length ?? 0) > 0
  return input === null || stops || services?.checkpointer !== undefined || graph.checkpointer !== undefined
}

/** The limit is there for loops. Without one a run ends by itself, however many steps there are. */
function limitOf({ edges, steps, recursionLimit }: AgentRuntime['plan']): number {
  return edges.some(({ loop }) => loop) ? recursionLimit : Math.max(recursionLimit, steps.length + 1)
}
