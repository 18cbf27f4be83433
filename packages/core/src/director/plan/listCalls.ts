import type { AgentConfig } from '../../config/AgentConfig.ts'
import type { StepRegistry } from '../../registry/StepRegistry.ts'
import type { AgentUse } from '../../step/StepDefinition.ts'
import { listToolUses } from '../../tools/listToolUses.ts'
import { adoptAgent } from './adoptAgent.ts'
import { entryAt } from './entryAt.ts'
import { readSteps } from './readSteps.ts'

/** An agent that can run within another. */
interface Called {
  readonly agent: AgentConfig
  /** Its id in the file; an agent that stands in a step's settings has none. */
  readonly agentId: string | undefined
}

/** An agent that can run within another, and the steps of the outermost that lead to it, by id. */
export interface CalledAgent extends Called {
  readonly stepIds: readonly string[]
}

/**
 * The agents that an agent's steps call, themselves or by their tools, those that these call, and so on: each once, however they call each other.
 *
 * @param stepIds the steps to begin with; left out: all
 */
export function listCalls(
  root: AgentConfig,
  registry: StepRegistry,
  stepIds: readonly string[] = root.steps.map(({ id }) => id),
): readonly CalledAgent[] {
  const wanted = new Set(stepIds)
  const leading = usesOf(root, registry).flatMap((uses, index) => {
    const id = entryAt(root.steps, index).id
    if (uses.length === 0 || !wanted.has(id)) return []
    return follow(uses, root, registry, new Set()).map((called) => ({ ...called, stepIds: [id] }))
  })
  return mergeNamed(leading)
}

/** @param seen ids of agents that were followed already */
function follow(
  uses: readonly AgentUse[],
  caller: AgentConfig,
  registry: StepRegistry,
  seen: Set<string>,
): readonly Called[] {
  return uses.flatMap((use) => {
    const called = find(use, caller, registry)
    if (called === undefined || seen.has(called.agentId ?? '')) return []
    if (called.agentId !== undefined) seen.add(called.agentId)
    return [called, ...follow(usesOf(called.agent, registry).flat(), called.agent, registry, seen)]
  })
}

/** By step number: the agents it calls, itself or by the tools it uses. */
function usesOf(agent: AgentConfig, registry: StepRegistry): readonly (readonly AgentUse[])[] {
  const tools = listToolUses(agent)
  return readSteps(agent.steps, registry, undefined).map(({ resolved }) => {
    if (resolved === undefined) return []
    const used = tools.filter(({ name }) => resolved.tools?.includes(name) ?? true)
    return [
      ...resolved.agents,
      ...used.flatMap(({ agent: called }) => (called ? [{ agent: called, path: 'tools' }] : [])),
    ]
  })
}

function find({ agent }: AgentUse, caller: AgentConfig, registry: StepRegistry): Called | undefined {
  if (typeof agent !== 'string') return { agent: adoptAgent(agent, caller, registry), agentId: undefined }
  const { agents = {} } = caller
  const named = Object.hasOwn(agents, agent) ? agents[agent] : undefined
  return named && { agent: { ...named, agents: { ...named.agents, ...agents } }, agentId: agent }
}

function mergeNamed(calls: readonly CalledAgent[]): readonly CalledAgent[] {
  const merged = new Map<unknown, CalledAgent>()
  for (const call of calls) {
    const key = call.agentId ?? call
    merged.set(key, { ...call, stepIds: [...(merged.get(key)?.stepIds ?? []), ...call.stepIds] })
  }
  return [...merged.values()]
}
