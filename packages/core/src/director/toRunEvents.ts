import type { Checkpointer } from '../checkpoint/Checkpointer.ts'
import { findFinishedTasks } from '../checkpoint/findFinishedTasks.ts'
import { findRanNodes } from '../checkpoint/findRanNodes.ts'
import { AgentError } from '../errors/AgentError.ts'
import type { RunBreakpoint, RunQuestion } from '../events/RunEvent.ts'
import type { Json } from '../json/Json.ts'
import { word } from '../language/word.ts'
import type { State } from '../state/StateType.ts'
import type { AgentPlan } from './AgentPlan.ts'
import type { AgentBreakpoints } from './RunOptions.ts'
import { createJoinGate } from './run/createJoinGate.ts'
import { deepFreeze } from './run/deepFreeze.ts'
import { readHalt } from './run/halt.ts'
import { type JournalRecord, readJournalRecord } from './run/Journal.ts'
import { nodeIdsOf } from './run/nodeIds.ts'
import type { RunSession } from './run/RunSession.ts'
import { type AgentGraph, toCallConfig } from './toLangGraph.ts'

/** One way through a graph. */
export interface Passage {
  readonly graph: AgentGraph
  readonly plan: AgentPlan
  readonly session: RunSession
  readonly checkpointer: Checkpointer
  /** False for a thread that is forgotten when the run ends: it is written down only if the run pauses. */
  readonly lasting: boolean
  /** What the graph is given: new values, answers to resume with, or `null` to go on. */
  readonly input: Parameters<AgentGraph['stream']>[0]
  readonly signal: AbortSignal
  readonly breakpoints: AgentBreakpoints
  readonly recursionLimit: number
}

/**
 * Follows a graph until it ends or pauses, and tells the session. Rejects with whatever the graph threw. The steps tell
 * the session about themselves, so nothing is lost when the graph's own stream breaks off.
 */
export async function toRunEvents(passage: Passage): Promise<State> {
  const { session } = passage
  let { input } = passage
  while (await drain({ ...passage, input })) {
    const place = await readPlace(passage)
    if (!onlyWaits(place, passage)) {
      pause(place, passage)
      return session.state
    }
    input = null
  }
  session.end(session.state)
  return session.state
}

/** Only the outermost run says to the world that what waits is a breakpoint of an agent it called. */
function pause(place: ThreadPlace, passage: Passage): void {
  const { session } = passage
  const isHalt = ({ question }: RunQuestion) => session.path.length === 0 && readHalt(question) !== undefined
  const halts = place.questions.filter(isHalt).flatMap(({ question }) => readHalt(question)?.breakpoint ?? [])
  const questions = place.questions.filter((question) => !isHalt(question))
  // What waits within a step, or asks, is past any breakpoint before it.
  const own = place.questions.length === 0 ? findBreakpoint(place, passage) : undefined
  session.pause(questions, own ?? halts[0])
}

/** Runs the graph as far as it goes; true when it paused. The session has the newest state afterwards. */
async function drain(passage: Passage): Promise<boolean> {
  const { graph, plan, session, signal, breakpoints, recursionLimit } = passage
  const ids = nodeIdsOf(plan)
  const toNodes = (stepIds: readonly string[] = []) => stepIds.flatMap((id) => ids.get(id) ?? [])
  const chunks = await graph.stream(passage.input, {
    ...toCallConfig(session, passage.checkpointer),
    streamMode: 'values',
    durability: passage.lasting ? 'async' : 'exit',
    signal,
    recursionLimit,
    interruptBefore: toNodes(breakpoints.before),
    interruptAfter: toNodes(breakpoints.after),
  })
  let paused = false
  for await (const chunk of chunks) {
    if ('__interrupt__' in chunk) paused = true
    else session.adoptState(toState(chunk, plan))
  }
  return paused
}

/** The values of a graph as a state: declared fields that have a value, frozen. */
function toState(values: object, plan: AgentPlan): State {
  const state: Record<string, Json> = {}
  for (const name of Object.keys(plan.stateType.fields)) {
    // The graph holds only what was checked on its way in.
    const value = Reflect.get(values, name) as Json | undefined
    if (value !== undefined) state[name] = deepFreeze(value)
  }
  return Object.freeze(state)
}

/** Where a thread stands. */
export interface ThreadPlace {
  readonly state: State
  readonly questions: readonly RunQuestion[]
  /** What the steps that ask had done so far, by step id. */
  readonly records: ReadonlyMap<string, JournalRecord>
  /** The ids of the steps that are next. */
  readonly active: readonly string[]
  /** The ids of the steps that ran since the thread was last given an input. */
  readonly ran: readonly string[]
}

/** The state of a thread; empty when nothing is known of it. */
export async function readState({ graph, plan, session, checkpointer }: Omit<Passage, 'input'>): Promise<State> {
  const { values } = await graph.getState(toCallConfig(session, checkpointer))
  return toState(values, plan)
}

/** Reads where a thread stands. Rejects with `run.noThread` when nothing is known of it. */
export async function readPlace({ graph, plan, session, checkpointer }: Omit<Passage, 'input'>): Promise<ThreadPlace> {
  const saved = await checkpointer.getTuple({ configurable: { thread_id: session.threadId } })
  if (saved === undefined) {
    throw new AgentError(
      'run.noThread',
      word('There is no thread "{threadId}" to go on with.', { threadId: session.threadId }),
    )
  }
  const { values, tasks } = await graph.getState(toCallConfig(session, checkpointer))
  const finished = findFinishedTasks(saved)
  const open = tasks.filter(({ id }) => !finished.has(id))
  const nodesOf = (some: readonly { readonly name: string }[]) => some.map(({ name }) => name)
  return {
    state: toState(values, plan),
    active: toStepIds(plan, nodesOf(open)),
    ran: toStepIds(plan, [...findRanNodes(saved.checkpoint), ...nodesOf(tasks)]),
    ...readQuestions(open, plan),
  }
}

type Task = Awaited<ReturnType<AgentGraph['getState']>>['tasks'][number]

/** Each question as `Questions.pose` put it: with what its execution had done so far. */
function readQuestions(tasks: readonly Task[], plan: AgentPlan): Pick<ThreadPlace, 'questions' | 'records'> {
  const questions: RunQuestion[] = []
  const records = new Map<string, JournalRecord>()
  for (const { name, interrupts } of tasks) {
    const [stepId = name] = toStepIds(plan, [name])
    for (const { id = '', value } of interrupts) {
      // A question is plain JSON since it was asked.
      const { question = null, execution, place } = value as { question?: Json; execution?: Json; place?: Json }
      const record = readJournalRecord(execution)
      questions.push({ id, stepId, question, ...(typeof place === 'string' ? { place } : {}) })
      if (record !== undefined) records.set(stepId, record)
    }
  }
  return { questions, records }
}

/** Where a thread stands that was stopped at a breakpoint of its own agent. */
export function findBreakpoint(
  { active }: ThreadPlace,
  { plan, session, breakpoints }: Passage,
): RunBreakpoint | undefined {
  const nextIds = plan.steps.flatMap(({ id }) => (active.includes(id) ? [id] : []))
  const after = session.lastSteps.filter((id) => breakpoints.after?.includes(id))
  if (after.length > 0) return { stepIds: after, when: 'after', nextIds }
  const mayRun = createJoinGate(plan)
  const before = active.filter((id) => breakpoints.before?.includes(id) && mayRun(id, active))
  return before.length > 0 ? { stepIds: before, when: 'before', nextIds } : undefined
}

/** True when only joins that wait were stopped at: there nothing ran, and nothing is about to. */
function onlyWaits(place: ThreadPlace, passage: Passage): boolean {
  const { before = [], after = [] } = passage.breakpoints
  if (place.questions.length > 0 || findBreakpoint(place, passage) !== undefined) return false
  return place.active.some((id) => before.includes(id) || after.includes(id))
}

/** The steps of some nodes; nodes that are no steps are left out. */
function toStepIds(plan: AgentPlan, nodeIds: readonly string[]): readonly string[] {
  const stepIds = stepIdsOf(plan)
  return nodeIds.flatMap((nodeId) => stepIds.get(nodeId) ?? [])
}

function stepIdsOf(plan: AgentPlan): ReadonlyMap<string, string> {
  return new Map([...nodeIdsOf(plan)].map(([stepId, nodeId]) => [nodeId, stepId]))
}
