import type { AgentConfig, RunState } from '@petal/core/model'
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
 * The steps that a run was stopped in, or before which it stood at a breakpoint: a new run begins with them, with the
 * state as it was then. Undefined for a run that was not stopped, or that had not come to a step.
 */
export function planGoingOn(run: RunState, agent: Pick<AgentConfig, 'steps'>): GoingOn | undefined {
  if (run.status !== 'cancelled') return undefined
  const stopped = run.executions.find(({ status, path }) => status === 'stopped' && path.length === 0)
  const result = stopped === undefined ? atBreakpoint(run, agent) : toOrigin(run, stopped, agent)
  if (result === undefined) return undefined
  const stepIds = result.ok ? result.origin.stepIds : []
  return { names: stepIds.map((id) => nameOf(id, run, agent)), result }
}

function atBreakpoint(run: RunState, { steps }: Pick<AgentConfig, 'steps'>): OriginResult | undefined {
  const { breakpoint, state } = run
  if (breakpoint?.when !== 'before') return undefined
  const stepIds = breakpoint.stepIds.filter((id) => steps.some((step) => step.id === id))
  return stepIds.length === 0 ? undefined : { ok: true, origin: { runId: recordIdOf(run), stepIds, state } }
}

function nameOf(stepId: string, run: RunState, { steps }: Pick<AgentConfig, 'steps'>): string {
  return steps.find(({ id }) => id === stepId)?.nodeName ?? run.steps[stepId]?.nodeName ?? stepId
}
