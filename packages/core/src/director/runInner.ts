import { AgentError } from '../errors/AgentError.ts'
import { wordingOf } from '../errors/wordingOf.ts'
import type { RunBreakpoint, RunEvent } from '../events/RunEvent.ts'
import { isJsonObject } from '../json/isJsonObject.ts'
import type { Json } from '../json/Json.ts'
import type { State } from '../state/StateType.ts'
import type { AgentRuntime } from './AgentRuntime.ts'
import { limitOf } from './limitOf.ts'
import type { AgentBreakpoints } from './RunOptions.ts'
import { checkInput } from './run/checkInput.ts'
import { readHalt, toHalt } from './run/halt.ts'
import { type InnerRunRequest, ONLY_RUN } from './run/InnerAgents.ts'
import type { Journal } from './run/Journal.ts'
import { ownSignal } from './run/ownSignal.ts'
import { RunSession } from './run/RunSession.ts'
import type { StepExecution } from './run/StepExecution.ts'
import { toRunError } from './run/toRunError.ts'
import { toGraphInput, toResume } from './toLangGraph.ts'
import { findBreakpoint, type Passage, readPlace, type ThreadPlace, toRunEvents } from './toRunEvents.ts'

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
    breakpoints: breakpointsOf(request),
    recursionLimit: limitOf(plan),
  }
  const begun = execution.journal.read(begunKey(key)) === true ? await findThread(place) : undefined
  const state = await follow(place, request, begun)
  if (session.isPaused) {
    execution.journal.note(begunKey(key), true)
    const found = await readPlace(place)
    askFirst(request, found)
    halt(request, findBreakpoint(found, { ...place, input: null }), { threadId: session.threadId, state: found.state })
  }
  await checkpointer.deleteThread(session.threadId)
  return state
}

type Place = Omit<Passage, 'input'>

/** An agent that is given whole is part of a step: nobody sees its steps, or stops at them. */
function breakpointsOf({ agent, execution }: InnerRunRequest): AgentBreakpoints {
  const { agents = {} } = execution.session.breakpoints
  return typeof agent === 'string' && Object.hasOwn(agents, agent) ? (agents[agent] ?? {}) : {}
}

function begunKey(key: string): string {
  return `begun ${key}`
}

function answeredKey(key: string): string {
  return `answered ${key}`
}

function haltedKey(key: string): string {
  return `halted ${key}`
}

function openSession({ plan, configHash }: AgentRuntime, { agent, execution, key }: InnerRunRequest): RunSession {
  const { session } = execution
  return new RunSession({
    plan,
    configHash,
    services: session.services,
    threadId: `${session.threadId}/${execution.id}/${key}`,
    checkpointer: session.checkpointer,
    breakpoints: session.breakpoints,
    fixed: session.fixed,
    recorded: session.recorded,
    answers: session.answers,
    inner: {
      agentId: typeof agent === 'string' ? agent : undefined,
      path: [...session.path, execution.id],
      place: execution.place,
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
  if (begun !== undefined) passHalt(request, begun)
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
  const answer = ask(first.question, `${key}?${count}`, first.place)
  journal.note(answeredKey(key), count + 1)
  return { [first.id]: answer }
}

/** The thread that stands, and its state. */
interface Standing {
  readonly threadId: string
  readonly state: State
}

/** Lets the step wait because the inner run stands at a breakpoint. */
function halt(request: InnerRunRequest, breakpoint: RunBreakpoint | undefined, { threadId, state }: Standing): void {
  const { agent, execution, key, ask } = request
  if (breakpoint === undefined || typeof agent !== 'string') return
  const { count } = readHalted(execution.journal, key)
  const path = [...execution.session.path, execution.id]
  const stands = { ...breakpoint, agentId: agent, path, ...(key === ONLY_RUN ? {} : { key }) }
  // The state is told, and not noted once more: what stands goes on from its own thread.
  execution.journal.note(haltedKey(key), { count, question: toHalt({ breakpoint: stands, threadId }) })
  ask(toHalt({ breakpoint: { ...stands, state }, threadId }), `${key}!${count}`, undefined)
}

/** Goes past the breakpoint at which the inner run stood, once it may. */
function passHalt({ execution: { journal }, key, ask }: InnerRunRequest, { state }: ThreadPlace): void {
  const { count, question } = readHalted(journal, key)
  const noted = question === undefined ? undefined : readHalt(question)
  if (noted === undefined) return
  // It may not have been told yet: another item of the same step stood before it.
  ask(toHalt({ ...noted, breakpoint: { ...noted.breakpoint, state } }), `${key}!${count}`, undefined)
  journal.note(haltedKey(key), { count: count + 1 })
}

/** How often the inner run of a key went on from a breakpoint, and at which it stands. */
function readHalted(journal: Journal, key: string): { readonly count: number; readonly question?: Json } {
  const noted = journal.read(haltedKey(key)) ?? null
  if (!isJsonObject(noted)) return { count: 0 }
  const { count, question } = noted
  return { count: Number(count), ...(question === undefined ? {} : { question }) }
}

/** The fault of an inner step, as the outer one's: its own place means nothing out here. */
function toOuterFault(fault: AgentError, { execution }: InnerRunRequest): AgentError {
  const { code, detail, problems, retryable } = fault
  const outer = new AgentError(code, wordingOf(fault), {
    stepId: execution.step.id,
    problems,
    retryable,
    cause: fault,
    ...(detail === undefined ? {} : { detail }),
  })
  execution.noteFaultWithin(outer)
  return outer
}
