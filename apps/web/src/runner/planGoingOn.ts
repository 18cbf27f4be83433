import type { AgentConfig, RunState } from '@petal/core/model'
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
  const result =
    stopped === undefined ? (atBreakpoint(run, agent) ?? behindLast(run, agent)) : toOrigin(run, stopped, agent)
  if (result === undefined) return undefined
  const stepIds = result.ok ? result.origin.stepIds : []
  return { names: stepIds.map((id) => nameOf(id, run, agent)), result }
}

function atBreakpoint(run: RunState, { steps }: AgentConfig): OriginResult | undefined {
  const { breakpoint, state } = run
  if (breakpoint?.when !== 'before') return undefined
  const stepIds = breakpoint.stepIds.filter((id) => steps.some((step) => step.id === id))
  return stepIds.length === 0 ? undefined : { ok: true, origin: { runId: recordIdOf(run), stepIds, state } }
}

/** It was stopped between two steps. What several that ran side by side lead to is not guessed. */
function behindLast(run: RunState, agent: AgentConfig): OriginResult | undefined {
  const own = run.executions.filter(({ path }) => path.length === 0)
  const last = own.at(-1)
  const { status, stepId, superstep, exit, stateAfter: state } = last ?? {}
  if (status !== 'ended' || state === undefined) return undefined
  if (superstep !== undefined && own.some((other) => other !== last && other.superstep === superstep)) return undefined
  const ways = edgesOfAgent(agent).filter((way) => way.from === stepId && way.to !== 'END')
  const taken = ways.filter((way) => way.exit === undefined || way.exit === exit)
  const stepIds = taken.map(({ to }) => to)
  return stepIds.length === 0 ? undefined : { ok: true, origin: { runId: recordIdOf(run), stepIds, state } }
}

function nameOf(stepId: string, run: RunState, { steps }: AgentConfig): string {
  return steps.find(({ id }) => id === stepId)?.nodeName ?? run.steps[stepId]?.nodeName ?? stepId
}
