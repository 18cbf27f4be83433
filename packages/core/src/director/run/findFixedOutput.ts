import type { PlannedStep } from '../AgentPlan.ts'
import type { FixedOutput } from '../RunOptions.ts'
import type { ExecutionSession } from './ExecutionSession.ts'

type Given = Pick<ExecutionSession, 'fixed' | 'recorded' | 'path' | 'agentId'>

/**
 * What is taken instead of running a step, if so: an output set by hand before one that another run gave at this place.
 * A disabled step gives nothing either way.
 */
export function findFixedOutput(
  { fixed, recorded, path, agentId }: Given,
  { id, disabled }: PlannedStep,
  place: string,
): FixedOutput | undefined {
  if (disabled === true) return undefined
  const name = path.length === 0 ? id : `${agentId ?? ''}/${id}`
  if (Object.hasOwn(fixed, name)) return fixed[name]
  return Object.hasOwn(recorded, place) ? recorded[place] : undefined
}
