import { AgentError } from '../../errors/AgentError.ts'
import type { AgentPlan } from '../AgentPlan.ts'
import type { AgentBreakpoints, Breakpoints } from '../RunOptions.ts'

/** The breakpoints; throws `build.argument` when one names a step, or an agent, that is not there. */
export function checkBreakpoints(breakpoints: Breakpoints = {}, { steps, agent }: AgentPlan): Breakpoints {
  checkSteps(
    breakpoints,
    steps.map(({ id }) => id),
  )
  const { agents = {} } = agent
  for (const [id, within] of Object.entries(breakpoints.agents ?? {})) {
    const inner = Object.hasOwn(agents, id) ? agents[id] : undefined
    if (inner === undefined) throw unknown(`the agent "${id}", which this file has not. Agents`, Object.keys(agents))
    checkSteps(
      within,
      inner.steps.map((step) => step.id),
    )
  }
  return breakpoints
}

function checkSteps({ before = [], after = [] }: AgentBreakpoints, available: readonly string[]): void {
  const missing = [...before, ...after].find((id) => !available.includes(id))
  if (missing !== undefined) throw unknown(`"${missing}", which is no step. Steps`, available)
}

function unknown(what: string, available: readonly string[]): AgentError {
  return new AgentError('build.argument', `A breakpoint names ${what}: ${available.join(', ')}.`, {
    detail: { available },
  })
}
