import type { AgentConfig, EdgeConfig } from '../AgentConfig.ts'
import { END, START } from '../listEdges.ts'
import { leaveGroups } from './leaveGroups.ts'
import { sameEdge } from './sameEdge.ts'

export interface RemoveStepOptions {
  /** Leads what came into the step on to where it led, but no step back to itself, and to the end only what would lead nowhere else. Default false. */
  readonly reconnect?: boolean
}

/**
 * Removes a step with its edges, its place in the layout and in a group. In an agent without `edges` the chain closes by itself.
 * The same configuration when no step has the id.
 */
export function removeStep(config: AgentConfig, id: string, options: RemoveStepOptions = {}): AgentConfig {
  if (!config.steps.some((step) => step.id === id)) return config
  const steps = config.steps.filter((step) => step.id !== id)
  const { [id]: _removed, ...layout } = config.layout
  const kept = { ...config, steps, layout: Object.hasOwn(config.layout, id) ? layout : config.layout }
  const next = leaveGroups(kept, new Set([id]))
  if (config.edges === undefined) return next
  return { ...next, edges: removeEdges(config.edges, id, options.reconnect ?? false) }
}

function removeEdges(edges: readonly EdgeConfig[], id: string, reconnect: boolean): readonly EdgeConfig[] {
  const kept = edges.filter((edge) => edge.from !== id && edge.to !== id)
  if (!reconnect) return kept
  const targets = edges.filter((edge) => edge.from === id && edge.to !== id).map((edge) => edge.to)
  const bridged = kept.slice()
  for (const edge of edges.filter((incoming) => incoming.to === id && incoming.from !== id)) {
    for (const to of targets) {
      const bridge = { ...edge, to }
      if (leadsOn(bridge, kept) && !bridged.some((other) => sameEdge(other, bridge))) bridged.push(bridge)
    }
  }
  return bridged
}

/** Not back to where it comes from, and to the end only where nothing else is led to from there. */
function leadsOn({ from, exit, to }: EdgeConfig, kept: readonly EdgeConfig[]): boolean {
  if (from === to) return false
  if (to !== END) return true
  const isBeside = (other: EdgeConfig) => other.exit === exit || other.exit === undefined || exit === undefined
  return from !== START && !kept.some((other) => other.from === from && isBeside(other))
}
