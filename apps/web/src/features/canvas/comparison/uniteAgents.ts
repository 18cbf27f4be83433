import { type AgentConfig, listEdges, type Position, type StepConfig } from '@petal/core/model'
import { cardBoxes } from '../../../editor/cardBoxes.ts'
import { cardSize } from '../../../editor/cardSize.ts'
import type { StepFactsSource } from '../../../editor/createStepFacts.ts'
import { edgeId } from '../../../editor/edgeId.ts'
import { nearestFreePlace } from '../../../editor/nearestFreePlace.ts'
import { placeSteps } from '../../../editor/placeSteps.ts'

/**
 * Two agents as one that has everything of both: it is there to be drawn, not to be run. What is on both sides is as it is
 * after; what is gone stands where it stood, or beside what has taken its place.
 */
export function uniteAgents(before: AgentConfig, after: AgentConfig, facts: StepFactsSource): AgentConfig {
  const { agents: oldAgents = {} } = before
  const { agents: newAgents = {}, groups, ...agent } = after
  const gone = missing(before.steps, after.steps)
  const edges = listEdges(after)
  const known = new Set(edges.map(edgeId))
  const united = new Map(Object.entries(oldAgents))
  for (const [id, inner] of Object.entries(newAgents)) {
    const old = united.get(id)
    united.set(id, old === undefined ? inner : uniteAgents(old, inner, facts))
  }
  return {
    ...agent,
    steps: [...after.steps, ...gone],
    edges: [...edges, ...listEdges(before).filter((edge) => !known.has(edgeId(edge)))],
    layout: placeGone(gone, before, after, facts),
    notes: [...(after.notes ?? []), ...missing(before.notes ?? [], after.notes ?? [])],
    // What is within a collapsed group would not be seen.
    ...(groups === undefined ? {} : { groups: groups.map(({ collapsed: _, ...group }) => group) }),
    ...(united.size === 0 ? {} : { agents: Object.fromEntries(united) }),
  }
}

function missing<Item extends { readonly id?: unknown }>(old: readonly Item[], now: readonly Item[]): readonly Item[] {
  const ids = new Set(now.map(({ id }) => id))
  return old.filter(({ id }) => !ids.has(id))
}

function placeGone(
  gone: readonly StepConfig[],
  before: AgentConfig,
  after: AgentConfig,
  facts: StepFactsSource,
): AgentConfig['layout'] {
  const layout: Record<string, Position> = { ...placeSteps(after) }
  const [old, taken] = [placeSteps(before), [...cardBoxes(after.steps, layout, facts)]]
  for (const step of gone) {
    const [x, y] = old[step.id] ?? [0, 0]
    const size = cardSize(facts.of(step).ports)
    const place = nearestFreePlace(taken, { x, y, ...size })
    layout[step.id] = place
    taken.push({ x: place[0], y: place[1], ...size })
  }
  return layout
}
