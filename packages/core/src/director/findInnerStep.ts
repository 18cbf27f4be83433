import type { AgentConfig } from '../config/AgentConfig.ts'
import type { StepRegistry } from '../registry/StepRegistry.ts'
import { adoptAgent } from './plan/adoptAgent.ts'
import { readSteps } from './plan/readSteps.ts'

/** A setting of a step, and the agent that the step belongs to. */
export interface SettingPlace {
  readonly agent: AgentConfig
  readonly stepId: string
  /** Within the step: `config.promptTemplate`. */
  readonly path: string
}

/**
 * The innermost step that a setting belongs to: a step may stand in the settings of another, in an agent of its own.
 * `config.step.config.prompt` of a map is `config.prompt` of the step it runs.
 */
export function findInnerStep(place: SettingPlace, registry: StepRegistry): SettingPlace {
  const { agent, stepId, path } = place
  const index = agent.steps.findIndex(({ id }) => id === stepId)
  const uses = readSteps(agent.steps, registry, undefined)[index]?.resolved?.agents ?? []
  for (const { agent: inner, places = {} } of uses) {
    if (typeof inner === 'string') continue
    const found = Object.entries(places).find(([, at]) => path.startsWith(`${at}.`))
    if (found === undefined) continue
    const [innerId, at] = found
    const adopted = adoptAgent(inner, agent, registry)
    return findInnerStep({ agent: adopted, stepId: innerId, path: path.slice(at.length + 1) }, registry)
  }
  return place
}
