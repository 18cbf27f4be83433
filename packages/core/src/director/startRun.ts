import { AgentError } from '../errors/AgentError.ts'
import type { RunEvent } from '../events/RunEvent.ts'
import { word } from '../language/word.ts'
import type { State } from '../state/StateType.ts'
import type { AgentRuntime } from './AgentRuntime.ts'
import { limitOf } from './limitOf.ts'
import type { RunOptions } from './RunOptions.ts'
import { overlayServices } from './resolveServices.ts'
import { type Beginning, beginAt, readBeginning } from './run/beginAt.ts'
import { checkBreakpoints } from './run/checkBreakpoints.ts'
import { checkInput, type RunInput } from './run/checkInput.ts'
import { createId } from './run/createId.ts'
import { ownSignal } from './run/ownSignal.ts'
import { RunSession } from './run/RunSession.ts'
import { refuseModels } from './run/refuseModels.ts'
import { resumeThread } from './run/resumeThread.ts'
import { toRunError } from './run/toRunError.ts'
import { withoutKnown } from './run/withoutKnown.ts'
import { toGraphInput } from './toLangGraph.ts'
import { type Passage, readState, toRunEvents } from './toRunEvents.ts'

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
  const { fixed = {}, recorded, answers } = options
  const given = overlayServices(runtime.services, options.services)
  const services = recorded === undefined ? given : { ...given, models: refuseModels }
  const breakpoints = checkBreakpoints(options.breakpoints, plan)
  const beginning = options.from === undefined ? undefined : readBeginning(options.from, plan)
  const checkpointer = services.checkpointer ?? runtime.memory
  const lasting = options.threadId !== undefined || services.checkpointer !== undefined
  const threadId = options.threadId ?? createId()
  claimThread(runtime, threadId)
  const { signal, release } = ownSignal(options.signal)
  const about = { plan, configHash, services, receive, threadId, checkpointer, breakpoints, fixed, answers }
  const session = new RunSession({ ...about, ...(recorded === undefined ? {} : { recorded }) })
  const recursionLimit = limitOf(plan)
  const place = { graph: runtime.graph, plan, session, checkpointer, lasting, signal, breakpoints, recursionLimit }
  try {
    return await toRunEvents({ ...place, input: await startWith(place, input, options, beginning) })
  } catch (thrown) {
    throw toRunError(thrown, session, signal)
  } finally {
    release()
    await session.resources.close()
    runtime.busy.delete(threadId)
    if (!lasting && !session.isPaused) await checkpointer.deleteThread(threadId)
  }
}

/** Two runs at once would each go on from the same state, and the work of one would be lost. */
function claimThread({ busy }: AgentRuntime, threadId: string): void {
  if (busy.has(threadId)) {
    throw new AgentError(
      'run.failed',
      word('Thread "{threadId}" has a run under way: wait for its end, or stop it first.', { threadId }),
    )
  }
  busy.add(threadId)
}

type Place = Omit<Passage, 'input'>

/** Starts the session, and gives what the graph begins with. A run whose input cannot be used has a start, too. */
async function startWith(
  place: Place,
  input: RunInput | null,
  { resume, from }: RunOptions,
  beginning: Beginning | undefined,
): Promise<Passage['input']> {
  const { session, plan, signal } = place
  if (input === null) {
    session.start({}, true)
    return resumeThread(place, resume)
  }
  let given: State = {}
  try {
    given = checkInput(input, plan.stateType, session.createId)
  } finally {
    session.start(given, false, from)
  }
  signal.throwIfAborted()
  if (beginning !== undefined) {
    await beginAt(beginning, place)
    return null
  }
  const fresh = place.lasting ? await withoutKnown(plan, given, () => readState(place)) : given
  return toGraphInput(plan, fresh)
}
