import { AgentError } from '../../errors/AgentError.ts'
import type { AgentPlan } from '../AgentPlan.ts'
import type { Breakpoints } from '../RunOptions.ts'

/** The breakpoints; throws `build.argument` when one names a step that is not there. */
export function checkBreakpoints(breakpoints: Breakpoints = {}, { steps }: AgentPlan): Breakpoints {
  const available = steps.map(({ id }) => id)
  const unknown = [...(breakpoints.before ?? []), ...(breakpoints.after ?? [])].find((id) => !available.includes(id))
  if (unknown === undefined) return breakpoints
  throw new AgentError(
    'build.argument',
    `A breakpoint names "${unknown}", which is no step. Steps: ${available.join(', ')}.`,
    {
      detail: { available },
    },
  )
}
