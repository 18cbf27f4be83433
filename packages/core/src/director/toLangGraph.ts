import { AsyncLocalStorageProviderSingleton } from '@langchain/core/singletons'
import {
  Command,
  type CompiledStateGraph,
  interrupt,
  isGraphInterrupt,
  type LangGraphRunnableConfig,
  START,
  StateGraph,
  type StateSchema,
  type StateSchemaFields,
} from '@langchain/langgraph'
import type { Checkpointer } from '../checkpoint/Checkpointer.ts'
import { AgentError } from '../errors/AgentError.ts'
import type { Json } from '../json/Json.ts'
import { normalizeJson } from '../json/normalizeJson.ts'
import { word } from '../language/word.ts'
import type { State } from '../state/StateType.ts'
import type { AgentPlan, PlannedStep } from './AgentPlan.ts'
import { createGraphState } from './createGraphState.ts'
import { MEMORY_KEY, memoryWrites, readSummaries } from './memory/ThreadMemory.ts'
import { hasFixedExits } from './run/createExits.ts'
import { createJoinGate, type JoinGate } from './run/createJoinGate.ts'
import { edgesFrom } from './run/edgesFrom.ts'
import { nodeIdsOf } from './run/nodeIds.ts'
import { RunSession } from './run/RunSession.ts'
import { wrapWrite } from './run/reduceField.ts'
import type { Asked, StepCall, StepNode } from './run/StepCall.ts'
import { NodeResult, runDirectly, StepRunnable, type StepRunnableInit } from './run/StepRunnable.ts'
import { SyncStore } from './run/SyncStore.ts'
import { SCHEDULE_KEY, type Schedule, scheduledNow } from './run/schedule.ts'
import { freshTurns, TURNS_KEY, type Turns } from './run/Turns.ts'

/**
 * An agent as LangGraph compiled it, typed as plain data going in and out: what LangGraph infers from a schema built at
 * run time says no more. Its node ids are generated; `nodeIdsOf` gives them by step id.
 */
export type AgentGraph = CompiledStateGraph<Record<string, unknown>, Record<string, unknown>, string>

/** Under this key of a call's `configurable` the graph's nodes find the session they belong to. */
const SESSION_KEY = '__petal_session'

/** How to call a graph for a session: what its nodes find, and where the thread is remembered. */
export function toCallConfig(session: RunSession, checkpointer: Checkpointer) {
  // Lent for the call, as LangGraph does for subgraphs, so that one compiled graph serves every checkpointer.
  return {
    configurable: { [SESSION_KEY]: session, thread_id: session.threadId, __pregel_checkpointer: checkpointer },
  }
}

/** What a graph is made of. */
export interface GraphInit {
  readonly plan: AgentPlan
  /** The node of each step, by step id. */
  readonly nodes: ReadonlyMap<string, StepNode>
  readonly checkpointer?: Checkpointer | undefined
}

/** Compiles a plan into a LangGraph graph: the one place where the engine's words are spoken. */
export function toLangGraph({ plan, nodes, checkpointer }: GraphInit): AgentGraph {
  // No-op where the platform has a real AsyncLocalStorage.
  AsyncLocalStorageProviderSingleton.initializeGlobalInstance(new SyncStore())
  const ids = nodeIdsOf(plan)
  const toNodes = (stepIds: readonly string[]) => stepIds.flatMap((id) => ids.get(id) ?? [])
  const mayRun = plan.steps.some(({ join }) => join) ? createJoinGate(plan) : undefined
  const { state, output } = createGraphState(plan)
  const builder = new StateGraph(state, { output })
  const setValues: StepRunnableInit['toWrites'] = (values) => toWrites(plan, values)
  const runnables = new Map<string, StepRunnable>()
  for (const step of plan.steps) {
    const node = nodes.get(step.id)
    const nodeId = ids.get(step.id)
    if (node === undefined || nodeId === undefined) throw notBuilt(step)
    const fixed = hasFixedExits(plan, step)
    const targets = toNodes(targetsOf(plan, step.id))
    const run = createRun({ plan, step, node, mayRun, fixed, toNodes })
    const runnable = new StepRunnable({ run, targets: fixed ? targets : [], toWrites: setValues })
    runnables.set(nodeId, runnable)
    builder.addNode(nodeId, runnable, fixed ? {} : { ends: targets })
    if (fixed) connect(builder, nodeId, targets)
  }
  connect(builder, START, toNodes(targetsOf(plan, 'START')))
  const name = plan.agent.name ?? 'agent'
  const graph = builder.compile({ name, ...(checkpointer === undefined ? {} : { checkpointer }) })
  for (const [nodeId, runnable] of runnables) runDirectly(graph.nodes[nodeId as typeof START], runnable)
  return graph as unknown as AgentGraph
}

function notBuilt({ nodeName }: PlannedStep): AgentError {
  return new AgentError('run.notBuilt', word('Step "{nodeName}" has no function.', { nodeName }))
}

/**
 * Node names are known only at run time; LangGraph's types want them as a union of literals. Its `addEdge` looks
 * through all edges for each one, and finds nothing that planning has not: without it a large graph is built much faster.
 */
function connect(
  { edges }: Pick<StateGraph<StateSchema<StateSchemaFields>>, 'edges'>,
  from: string,
  targets: readonly string[],
): void {
  for (const target of targets) edges.add([from as typeof START, target as typeof START])
}

/** The steps that a step, or START, can lead to, each once. END is no step. */
function targetsOf(plan: AgentPlan, from: string): string[] {
  return [...new Set(edgesFrom(plan, from).map(({ to }) => to))]
}

interface NodeRunInit {
  readonly plan: AgentPlan
  readonly step: PlannedStep
  readonly node: StepNode
  /** Only in a plan with joins. */
  readonly mayRun: JoinGate | undefined
  /** True when plain edges lead on, so that the node need not say where to. */
  readonly fixed: boolean
  readonly toNodes: (stepIds: readonly string[]) => readonly string[]
}

/** In a plan with joins every node also says what it schedules; a join that must wait schedules itself again. */
function createRun({ plan, step, node, mayRun, fixed, toNodes }: NodeRunInit): StepRunnableInit['run'] {
  if (mayRun === undefined) {
    return async (channels, config) => {
      const { update, targets, turns, summaries } = await node(channels as State, toCall(config, channels))
      const writes = [...toWrites(plan, update), ...countTurns(turns), ...memoryWrites(summaries)]
      return new NodeResult(writes, fixed ? [] : toNodes(targets))
    }
  }
  const starts = edgesFrom(plan, 'START').map(({ to }) => to)
  return async (channels, config) => {
    const call = toCall(config, channels)
    const { [SCHEDULE_KEY]: scheduled, ...state } = channels as State
    const schedule = (stepIds: readonly string[]) => {
      return [SCHEDULE_KEY, { superstep: call.superstep, stepIds } satisfies Schedule] as const
    }
    const active = scheduledNow(scheduled as unknown as Schedule, call.superstep, step.id, starts)
    if (!mayRun(step.id, active)) return new NodeResult([schedule([step.id])], toNodes([step.id]), true)
    const { update, targets, turns, summaries } = await node(state, call)
    const writes = [...toWrites(plan, update), ...countTurns(turns), ...memoryWrites(summaries), schedule(targets)]
    return new NodeResult(writes, fixed ? [] : toNodes(targets))
  }
}

/** Values for the graph to begin with, as they travel to their fields. */
export function toGraphInput(plan: AgentPlan, input: State): Record<string, unknown> {
  return Object.fromEntries([...toWrites(plan, input), ...countTurns(freshTurns(plan) ?? {})])
}

function countTurns(turns: Turns): (readonly [string, Turns])[] {
  return Object.keys(turns).length === 0 ? [] : [[TURNS_KEY, turns]]
}

function toWrites({ stateType }: AgentPlan, update: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(update).flatMap(([name, value]): [string, unknown][] => {
    const field = stateType.fields[name]
    return field === undefined ? [] : [[name, wrapWrite(field, value as Json)]]
  })
}

function toCall(config: LangGraphRunnableConfig, channels: object): StepCall {
  const session: unknown = config.configurable?.[SESSION_KEY]
  const superstep: unknown = config.metadata?.langgraph_step
  return {
    session: session instanceof RunSession ? session : undefined,
    // Only what was counted is ever written there.
    turns: (Reflect.get(channels, TURNS_KEY) ?? {}) as Turns,
    superstep: typeof superstep === 'number' ? superstep : 0,
    signal: config.signal,
    summaries: readSummaries(Reflect.get(channels, MEMORY_KEY)),
    ask: (question) => ask(question, config),
  }
}

/** LangGraph reads the config of the question from an ambient store, which browsers only have while code runs on. */
function ask(question: Json, config: LangGraphRunnableConfig): Asked {
  try {
    const answer: unknown = AsyncLocalStorageProviderSingleton.runWithConfig(config, () => interrupt(question))
    return { answer: normalizeJson(answer, 'answer') }
  } catch (thrown) {
    if (isGraphInterrupt(thrown)) return { pause: thrown }
    throw codeOf(thrown) === 'MISSING_CHECKPOINTER' ? noThread() : thrown
  }
}

function noThread(): AgentError {
  return new AgentError(
    'run.noThread',
    word('A step asks a question, but this run cannot wait for the answer: give it a threadId.'),
  )
}

/** LangGraph's own code for an error; its texts are not decided on. */
export function codeOf(thrown: unknown): unknown {
  return typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, 'lc_error_code') : undefined
}

/** What to hand the graph so that waiting questions get these answers, by question id. */
export function toResume(answers: Readonly<Record<string, Json>>): Command {
  return new Command({ resume: answers })
}
