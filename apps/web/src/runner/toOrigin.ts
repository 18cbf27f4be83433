import type { AgentConfig, RunOrigin, RunState, State, StepExecution } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { recordIdOf } from './recordIdOf.ts'

/** Where a new run begins, or why it cannot begin there. */
export type OriginResult =
  | { readonly ok: true; readonly origin: RunOrigin }
  | { readonly ok: false; readonly reason: string }

/**
 * The moment before an execution, as a new run of the agent on screen begins there: with all that ran side by side, since
 * the state tells nothing of what these had done.
 */
export function toOrigin(
  run: RunState,
  execution: StepExecution,
  { steps }: Pick<AgentConfig, 'steps'>,
  edit: State = {},
): OriginResult {
  const { path, superstep, stepId, nodeName, stateBefore } = execution
  if (path.length > 0) return { ok: false, reason: t('It ran within an agent that a step calls: begin at that step.') }
  const beside = run.executions.filter((other) => other.path.length === 0 && other.superstep === superstep)
  const stepIds = superstep === undefined ? [stepId] : [...new Set(beside.map((other) => other.stepId))]
  const known = new Set(steps.map(({ id }) => id))
  if (!known.has(stepId)) return { ok: false, reason: t('{nodeName} is no longer a step of this agent.', { nodeName }) }
  const origin = { runId: recordIdOf(run), stepIds: stepIds.filter((id) => known.has(id)), state: stateBefore }
  return { ok: true, origin: Object.keys(edit).length === 0 ? origin : { ...origin, edit } }
}
