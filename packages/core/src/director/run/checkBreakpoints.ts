import { AgentError } from '../../errors/AgentError.ts'
import type { Wording } from '../../language/Wording.ts'
import { word } from '../../language/word.ts'
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
    if (inner === undefined)
      throw unknown(
        word('A breakpoint names the agent "{id}", which this file has not. Agents: {agents}.', {
          id,
          agents: Object.keys(agents).join(', '),
        }),
        Object.keys(agents),
      )
    checkSteps(
      within,
      inner.steps.map((step) => step.id),
    )
  }
  return breakpoints
}

function checkSteps({ before = [], after = [] }: AgentBreakpoints, available: readonly string[]): void {
  const missing = [...before, ...after].find((id) => !available.includes(id))
  if (missing !== undefined)
    throw unknown(
      word('A breakpoint names "{missing}", which is no step. Steps: {steps}.', {
        missing,
        steps: available.join(', '),
      }),
      available,
    )
}

function unknown(message: Wording, available: readonly string[]): AgentError {
  return new AgentError('build.argument', message, { detail: { available } })
}
