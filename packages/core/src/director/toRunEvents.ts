import type { StateSnapshot } from '@langchain/langgraph'
import type { RunBreakpoint, RunQuestion } from '../events/RunEvent.ts'
import type { Json } from '../json/Json.ts'
import type { State } from '../state/StateType.ts'
import type { AgentPlan } from './AgentPlan.ts'
import type { Breakpoints } from './RunOptions.ts'
import { createJoinGate } from './run/createJoinGate.ts'
import { deepFreeze } from './run/deepFreeze.ts'
import { nodeIdsOf } from './run/nodeIds.ts'
import type { RunSession } from './run/RunSession.ts'
import { type AgentGraph, SESSION_KEY } from './toLangGraph.ts'

/** One way through a graph. */
export interface Passage {
  readonly graph: AgentGraph
  readonly plan: AgentPlan
  readonly session: RunSession
  /** What the graph is given: new values, answers to resume with, or `null` to go on. */
  readonly input: Parameters<AgentGraph['stream']>[0]
  readonly signal: AbortSignal
  readonly breakpoints: Breakpoints
  readonly recursionLimit: number
}

/**
 * Follows a graph until it ends or pauses, and tells the session. Rejects with whatever the graph threw. The steps tell
 * the session about themselves, so nothing is lost when the graph's own stream breaks off.
 */
export async function toRunEvents(passage: Passage): Promise<State> {
  const { graph, session } = passage
  let { input } = passage
  while (true) {
    const paused = await drain({ ...passage, input })
    if (!paused) break
    const snapshot = await graph.getState({ configurable: { thread_id: session.threadId } })
    const questions = toQuestions(snapshot, passage.plan)
    const breakpoint = questions.length > 0 ? undefined : findBreakpoint(snapshot, passage)
    if (questions.length > 0 || breakpoint !== undefined) {
      session.pause(questions, breakpoint)
      return session.state
    }
    // A breakpoint of a join that only waits is none: nothing ran, nothing is about to run.
    input = null
  }
  session.end(session.state)
  return session.state
}

/** Runs the graph as far as it goes; true when it paused. The session has the newest state afterwards. */
async function drain({ graph, plan, session, input, signal, breakpoints, recursionLimit }: Passage): Promise<boolean> {
  const ids = nodeIdsOf(plan)
  const toNodes = (stepIds: readonly string[] = []) => stepIds.flatMap((id) => ids.get(id) ?? [])
  const chunks = await graph.stream(input, {
    streamMode: 'values',
    signal,
    recursionLimit,
    interruptBefore: toNodes(breakpoints.before),
    interruptAfter: toNodes(breakpoints.after),
    configurable: {
      [SESSION_KEY]: session,
      ...(session.threadId === undefined ? {} : { thread_id: session.threadId }),
    },
  })
  let paused = false
  for await (const chunk of chunks) {
    if ('__interrupt__' in chunk) paused = true
    else session.adoptState(toState(chunk, plan))
  }
  return paused
}

/** The values of a graph as a state: declared fields that have a value, frozen. */
export function toState(values: object, plan: AgentPlan): State {
  const state: Record<string, Json> = {}
  for (const name of Object.keys(plan.stateType.fields)) {
    // The graph holds only what was checked on its way in.
    const value = Reflect.get(values, name) as Json | undefined
    if (value !== undefined) state[name] = deepFreeze(value)
  }
  return Object.freeze(state)
}

/** The questions a thread waits with. */
export function toQuestions({ tasks }: StateSnapshot, plan: AgentPlan): readonly RunQuestion[] {
  const stepIds = stepIdsOf(plan)
  return tasks.flatMap(({ name, interrupts }) =>
    interrupts.map(({ id, value }) => ({ id: id ?? '', stepId: stepIds.get(name) ?? name, question: value as Json })),
  )
}

function findBreakpoint(snapshot: StateSnapshot, { plan, session, breakpoints }: Passage): RunBreakpoint | undefined {
  const stepIds = stepIdsOf(plan)
  const after = session.lastSteps.filter((id) => breakpoints.after?.includes(id))
  if (after.length > 0) return { stepIds: after, when: 'after' }
  const active = snapshot.next.flatMap((node) => stepIds.get(node) ?? [])
  const mayRun = createJoinGate(plan)
  const before = active.filter((id) => breakpoints.before?.includes(id) && mayRun(id, active))
  return before.length > 0 ? { stepIds: before, when: 'before' } : undefined
}

function stepIdsOf(plan: AgentPlan): ReadonlyMap<string, string> {
  return new Map([...nodeIdsOf(plan)].map(([stepId, nodeId]) => [nodeId, stepId]))
}
