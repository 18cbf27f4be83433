import { AgentError } from '../errors/AgentError.ts'
import type { RunEvent } from '../events/RunEvent.ts'
import type { State } from '../state/StateType.ts'
import type { AgentRuntime } from './AgentRuntime.ts'
import { limitOf } from './limitOf.ts'
import { checkInput } from './run/checkInput.ts'
import { type InnerRunRequest, ONLY_RUN } from './run/InnerAgents.ts'
import { ownSignal } from './run/ownSignal.ts'
import { RunSession } from './run/RunSession.ts'
import type { StepExecution } from './run/StepExecution.ts'
import { toRunError } from './run/toRunError.ts'
import { toGraphInput, toResume } from './toLangGraph.ts'
import { type Passage, readPlace, type ThreadPlace, toRunEvents } from './toRunEvents.ts'

/**
 * Runs an agent within a step, as a thread of its own beside the outer one. When it asks a person, so does the step; in
 * the step's next execution the inner thread is gone on with.
 */
export async function runInner(runtime: AgentRuntime, request: InnerRunRequest): Promise<State> {
  const { signal, release } = ownSignal(request.signal)
  try {
    return await runUntil(runtime, request, signal)
  } finally {
    release()
  }
}

async function runUntil(runtime: AgentRuntime, request: InnerRunRequest, signal: AbortSignal): Promise<State> {
  const { execution, key } = request
  const { checkpointer } = execution.session
  const session = openSession(runtime, request)
  const { plan, graph } = runtime
  const place = {
    ...{ graph, plan, session, checkpointer, signal },
    lasting: true,
    breakpoints: {},
    recursionLimit: limitOf(plan),
  }
  const begun = execution.journal.read(begunKey(key)) === true ? await findThread(place) : undefined
  const state = await follow(place, request, begun)
  if (session.isPaused) {
    execution.journal.note(begunKey(key), true)
    const found = await readPlace(place)
    askFirst(request, found)
  }
  await checkpointer.deleteThread(session.threadId)
  return state
}

type Place = Omit<Passage, 'input'>

function begunKey(key: string): string {
  return `begun ${key}`
}

function answeredKey(key: string): string {
  return `answered ${key}`
}

function openSession({ plan, configHash }: AgentRuntime, { execution, key }: InnerRunRequest): RunSession {
  const { session } = execution
  return new RunSession({
    plan,
    configHash,
    services: session.services,
    threadId: `${session.threadId}/${execution.id}/${key}`,
    checkpointer: session.checkpointer,
    inner: {
      path: [...session.path, execution.id],
      ...(key === ONLY_RUN ? {} : { key }),
      resources: session.resources,
      noteUsage: (usage) => execution.noteUsage(usage),
    },
    receive: (event) => forward(event, execution),
  })
}

/** What happens within is told as part of the outer run; where it begins and ends is the outer step's affair. */
function forward({ runId: _runId, seq: _seq, at: _at, ...event }: RunEvent, { session }: StepExecution): void {
  if ('executionId' in event || event.type === 'state' || event.type === 'step-skip') session.emit(event)
}

/** Where an inner thread stands that waited; nothing when it is not remembered any more. */
async function findThread(place: Place): Promise<ThreadPlace | undefined> {
  try {
    return await readPlace(place)
  } catch (fault) {
    if (AgentError.isInstance(fault) && fault.code === 'run.noThread') return undefined
    throw fault
  }
}

async function follow(place: Place, request: InnerRunRequest, begun: ThreadPlace | undefined): Promise<State> {
  const { session, plan, signal } = place
  if (begun !== undefined && begun.active.length === 0) return begun.state
  // Asked before the try: what an unanswered question throws is no fault of the inner run.
  const answers = begun === undefined ? undefined : askFirst(request, begun)
  try {
    if (begun !== undefined) {
      session.goOn(begun)
      return await toRunEvents({ ...place, input: answers === undefined ? null : toResume(answers) })
    }
    const input = checkInput(request.input, plan.stateType, session.createId)
    return await toRunEvents({ ...place, input: toGraphInput(plan, input) })
  } catch (thrown) {
    // What failed is begun anew, under the same name: nothing of it may be there then. A stopped run can go on.
    if (!signal.aborted) await place.checkpointer.deleteThread(session.threadId)
    throw toOuterFault(toRunError(thrown, session, signal), request)
  }
}

/** Puts the first open question to the person: its answer, by the question's id; nothing when none is open. */
function askFirst({ execution: { journal }, key, ask }: InnerRunRequest, { questions }: ThreadPlace) {
  const [first] = questions
  if (first === undefined) return undefined
  // The inner thread counts no questions: the same step may ask again under the same id.
  const count = Number(journal.read(answeredKey(key)) ?? 0)
  const answer = ask(first.question, `${key}?${count}`)
  journal.note(answeredKey(key), count + 1)
  return { [first.id]: answer }
}

/** The fault of an inner step, as the outer one's: its own place means nothing out here. */
function toOuterFault(fault: AgentError, { execution }: InnerRunRequest): AgentError {
  const { code, message, detail, problems, retryable } = fault
  const outer = new AgentError(code, message, {
    stepId: execution.step.id,
    problems,
    retryable,
    cause: fault,
    ...(detail === undefined ? {} : { detail }),
  })
  execution.noteFaultWithin(outer)
  return outer
}
