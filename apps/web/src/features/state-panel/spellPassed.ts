import type { AgentConfig, StepConfig, StepRegistry } from '@petal/core/model'

/**
 * The file with the mappings written down by which a field of one of its agents passes under its name only, into an
 * agent that it calls and out to those that call it: renamed on one side, it would pass no more. Without an id it is a
 * field of the file's own agent.
 */
export function spellPassed(
  file: AgentConfig,
  agentId: string | undefined,
  name: string,
  registry: Pick<StepRegistry, 'describe'>,
): AgentConfig {
  const { agents = {} } = file
  const spell = (owner: AgentConfig, ownerId: string | undefined): AgentConfig => {
    const steps = owner.steps.map((step) => {
      const call = readCall(step, registry)
      const inner = call && Object.hasOwn(agents, call.agentId) ? agents[call.agentId] : undefined
      if (call === undefined || inner === undefined) return step
      if (call.agentId !== agentId && ownerId !== agentId) return step
      const settings = call.spell({ name, inner: inner.stateType, outer: owner.stateType })
      return Object.keys(settings).length === 0 ? step : { ...step, config: { ...step.config, ...settings } }
    })
    return steps.every((step, index) => step === owner.steps[index]) ? owner : { ...owner, steps }
  }
  const spelled = Object.entries(agents).map(([id, agent]) => [id, spell(agent, id)] as const)
  const own = spell(file, undefined)
  if (spelled.every(([id, agent]) => agent === agents[id])) return own
  return { ...own, agents: Object.fromEntries(spelled) }
}

/** Which agent a step calls, and how its mapping is written down; undefined for a step that does more than call one. */
function readCall(step: StepConfig, registry: Pick<StepRegistry, 'describe'>) {
  const definition = registry.describe(step.strategyType)
  const parsed = definition?.call && definition.schema.safeParse(step.config)
  if (!parsed?.success) return undefined
  const [use] = definition?.agents?.(parsed.data) ?? []
  const agentId = typeof use === 'object' && 'agent' in use ? use.agent : use
  if (definition?.call === undefined || typeof agentId !== 'string') return undefined
  const { call } = definition
  return { agentId, spell: (field: Parameters<typeof call.spell>[1]) => call.spell(parsed.data, field) }
}
