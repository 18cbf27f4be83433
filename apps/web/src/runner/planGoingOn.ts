import { type AgentConfig, type EdgeConfig, type RunState, type State, takesEdge } from '@petal/core/model'
import { edgesOfAgent } from '../editor/selectors.ts'
import { recordIdOf } from './recordIdOf.ts'
import { type OriginResult, toOrigin } from './toOrigin.ts'

/** How a run that was stopped can be gone on with. */
export interface GoingOn {
  /** The steps that begin again, by their names. */
  readonly names: readonly string[]
  /** Where a new run begins, or why none can. */
  readonly result: OriginResult
}

/**
 * The steps that a run was stopped in, or that came next: a new run begins with them, with the state as it was then.
 * Undefined for a run that was not stopped, that had not come to a step, or that had none left.
 */
export function planGoingOn(run: RunState, agent: AgentConfig): GoingOn | undefined {
  if (run.status !== 'cancelled') return undefined
  const stopped = run.executions.find(({ status, path }) => status === 'stopped' && path.length === 0)
  const result = stopped === undefined ? atNext(run, agent) : toOrigin(run, stopped, agent)
  if (result === undefined) return undefined
  const stepIds = result.ok ? result.origin.stepIds : []
  return { names: stepIds.map((id) => nameOf(id, run, agent)), result }
}

/** What comes next, and the state that it finds. */
interface Next {
  readonly stepIds: readonly string[]
  readonly state: State
}

function atNext(run: RunState, agent: AgentConfig): OriginResult | undefined {
  const next = run.breakpoint === undefined ? behindLast(run, agent) : atBreakpoint(run, agent)
  if (next === undefined) return undefined
  const stepIds = next.stepIds.filter((id) => agent.steps.some((step) => step.id === id))
  return stepIds.length === 0 ? undefined : { ok: true, origin: { runId: recordIdOf(run), stepIds, state: next.state } }
}

/** A run of earlier days tells only the marked ones of the steps that came next: others are not left behind. */
function atBreakpoint(run: RunState, agent: AgentConfig): Next | undefined {
  const { breakpoint, state } = run
  if (breakpoint?.nextIds !== undefined) return { stepIds: breakpoint.nextIds, state }
  const stepIds = behindLast(run, agent)?.stepIds ?? atStart(run, agent)
  if (stepIds === undefined) return undefined
  if (breakpoint?.when === 'after') return { stepIds, state }
  const isKnown =
    stepIds.length === breakpoint?.stepIds.length && stepIds.every((id) => breakpoint.stepIds.includes(id))
  return isKnown ? { stepIds, state } : undefined
}

function atStart({ executions, from }: RunState, agent: AgentConfig): readonly string[] | undefined {
  if (executions.length > 0) return undefined
  return from?.stepIds ?? targetsOf(edgesOfAgent(agent).filter((way) => way.from === 'START'))
}

/** It was stopped between two steps. What several that ran side by side lead to is not guessed. */
function behindLast(run: RunState, agent: AgentConfig): Next | undefined {
  const own = run.executions.filter(({ path }) => path.length === 0)
  const last = own.at(-1)
  const { executionId, status, stepId, superstep, exit, stateAfter: state } = last ?? {}
  if (status !== 'ended' || state === undefined) return undefined
  // Runs of earlier days do not tell what ran side by side: anything may have.
  if (own.some((other) => other !== last && other.superstep === superstep)) return undefined
  const isTaken = (way: EdgeConfig) => way.from === stepId && takesEdge(way, exit) && !isSpent(way, run, executionId)
  return { stepIds: targetsOf(edgesOfAgent(agent).filter(isTaken)), state }
}

/** True of a loop that has had all its turns, unless this execution began the last of them. */
function isSpent(
  { from, exit, to, maxTurns }: EdgeConfig,
  { turns }: RunState,
  executionId: string | undefined,
): boolean {
  if (maxTurns === undefined) return false
  const last = turns.find(({ edge }) => edge.from === from && edge.exit === exit && edge.to === to)
  return last?.executionId !== executionId && (last?.turn ?? 1) >= maxTurns
}

function targetsOf(ways: readonly EdgeConfig[]): readonly string[] {
  return [...new Set(ways.flatMap(({ to }) => (to === 'END' ? [] : [to])))]
}

function nameOf(stepId: string, run: RunState, { steps }: AgentConfig): string {
  return steps.find(({ id }) => id === stepId)?.nodeName ?? run.steps[stepId]?.nodeName ?? stepId
}
