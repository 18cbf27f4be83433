import type { AgentConfig, AvailableField, PlanResult, Problem, StepRegistry } from '@petal/core/model'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { EditorStore } from './createEditorStore.ts'
import { selectAgent, selectFileAgent } from './selectors.ts'

type Planning = typeof import('./planning.ts')

/** Before anything can be judged: no plan, and nothing to say. */
const unjudged: PlanResult = { ok: false, problems: [] }

/** The newest judgement that was worked out, with its problems by step. */
export interface Judgement {
  readonly agent: AgentConfig
  /** False until there is something to judge with. */
  readonly isJudged: boolean
  readonly result: PlanResult
  /** The same for the agent in hand by itself, when that is not the file's own. */
  readonly inHand: PlanResult
  /** All problems of the file. The list stays the same object while it says the same. */
  readonly problems: readonly Problem[]
  /** Problems by `problemPlace`. A list stays the same object while it says the same. */
  readonly byStep: ReadonlyMap<string, readonly Problem[]>
}

/** The one opinion about the open agent. */
export interface Planner {
  /** Gives it what judges agents. Until then an agent has no plan, and no problems. */
  begin(planning: Planning): void
  /** Calls back once agents can be judged: at once when they already can; else what judges them is fetched first. */
  whenReady(work: () => void, onFault: (fault: unknown) => void): void
  /** The judgement of an agent, worked out at once and kept by the agent's identity. */
  plan(agent: AgentConfig): PlanResult
  /** The fields that can have a value when a step begins. */
  available(agent: AgentConfig, stepId: string): readonly AvailableField[]
  /** Follows the document, a moment behind it, so that typing never waits for planning. */
  readonly judgement: StoreApi<Judgement>
  /** Forget everything: the registry has changed. */
  reset(): void
}

/** Plans with `registry`, following `store`. @param load fetches what judges agents, when it is first wanted */
export function createPlanner(store: EditorStore, registry: StepRegistry, load: () => Promise<Planning>): Planner {
  let planning: Planning | undefined
  let loading: Promise<void> | undefined
  let results = new WeakMap<AgentConfig, PlanResult>()
  const plan = (agent: AgentConfig): PlanResult => {
    if (planning === undefined) return unjudged
    const known = results.get(agent)
    if (known) return known
    const result = planning.planAgent(agent, registry)
    results.set(agent, result)
    return result
  }
  const judge = (previous?: Judgement): Judgement => {
    const agent = selectFileAgent(store.getState())
    const result = plan(agent)
    const inHand = plan(selectAgent(store.getState()))
    const known = sameProblems(previous?.problems, result.problems)
    const problems = known ?? result.problems
    const byStep = known && previous ? previous.byStep : groupByStep(problems, previous?.byStep)
    return { agent, isJudged: result !== unjudged, result, inHand, problems, byStep }
  }
  const judgement = createStore<Judgement>(() => judge())
  const reset = () => {
    results = new WeakMap()
    judgement.setState(judge(), true)
  }
  let waiting: ReturnType<typeof setTimeout> | undefined
  const follow = () => {
    const state = store.getState()
    const known = judgement.getState()
    const isKnown = selectFileAgent(state) === known.agent && results.get(selectAgent(state)) === known.inHand
    if (isKnown || waiting !== undefined) return
    waiting = setTimeout(() => {
      waiting = undefined
      judgement.setState(judge(judgement.getState()), true)
    }, 30)
  }
  store.subscribe(follow)
  const begin = (given: Planning) => {
    planning = given
    reset()
  }
  return {
    begin,
    whenReady(work, onFault) {
      if (planning !== undefined) {
        work()
        return
      }
      loading ??= load().then(begin)
      loading.then(work, (fault) => {
        // Tried anew when it is wanted again: the connection may be back.
        loading = undefined
        onFault(fault)
      })
    },
    plan,
    available: (agent, stepId) => planning?.availableAt(agent, registry, stepId) ?? [],
    judgement,
    reset,
  }
}

/** Names a step of one of the file's agents, or the whole of that agent. */
export function problemPlace(agentId: string | undefined, stepId = ''): string {
  return agentId === undefined ? stepId : `${agentId}/${stepId}`
}

/** Problems by step, taking over a list from `previous` where it says the same. */
export function groupByStep(
  problems: readonly Problem[],
  previous: ReadonlyMap<string, readonly Problem[]> = new Map(),
): ReadonlyMap<string, readonly Problem[]> {
  const groups = new Map<string, Problem[]>()
  for (const problem of problems) {
    const place = problemPlace(problem.agentId, problem.stepId)
    const list = groups.get(place)
    if (list) list.push(problem)
    else groups.set(place, [problem])
  }
  return new Map([...groups].map(([id, list]) => [id, sameProblems(previous.get(id), list) ?? list]))
}

function sameProblems(
  previous: readonly Problem[] | undefined,
  next: readonly Problem[],
): readonly Problem[] | undefined {
  if (previous?.length !== next.length) return undefined
  const same = previous.every((problem, index) => JSON.stringify(problem) === JSON.stringify(next[index]))
  return same ? previous : undefined
}
