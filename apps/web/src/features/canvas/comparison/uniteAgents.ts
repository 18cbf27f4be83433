import { type AgentConfig, listEdges, type Position, type StepConfig } from '@petal/core/model'
import { cardBoxes } from '../../../editor/cardBoxes.ts'
import { type Box, cardSize } from '../../../editor/cardSize.ts'
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

/** To look for a free place among many costs more than the square of them: beyond this, what is gone is one block. */
const mostApart = 200

/** Between what is there and the block of what is gone, in canvas units. */
const blockGap = 200

function placeGone(
  gone: readonly StepConfig[],
  before: AgentConfig,
  after: AgentConfig,
  facts: StepFactsSource,
): AgentConfig['layout'] {
  const [layout, old] = [placeSteps(after), placeSteps(before)]
  const taken = cardBoxes(after.steps, layout, facts)
  const boxes = gone.map((step) => {
    const [x, y] = old[step.id] ?? [0, 0]
    return { id: step.id, x, y, ...cardSize(facts.of(step).ports) }
  })
  return { ...layout, ...(boxes.length > mostApart ? placeBlock(boxes, taken) : placeApart(boxes, taken)) }
}

type Places = Readonly<Record<string, Position>>
type GoneBox = Box & { readonly id: string }

/** Each where it stood, or beside what has taken its place. */
function placeApart(boxes: readonly GoneBox[], taken: readonly Box[]): Places {
  const standing = [...taken]
  const places: Record<string, Position> = {}
  for (const box of boxes) {
    const place = nearestFreePlace(standing, box)
    places[box.id] = place
    standing.push({ ...box, x: place[0], y: place[1] })
  }
  return places
}

/** All as they stood to each other, to the right of everything that is there. */
function placeBlock(boxes: readonly GoneBox[], taken: readonly Box[]): Places {
  const right = taken.reduce((sofar, { x, width }) => Math.max(sofar, x + width + blockGap), Number.MIN_SAFE_INTEGER)
  const left = boxes.reduce((sofar, { x }) => Math.min(sofar, x), Number.MAX_SAFE_INTEGER)
  const shift = Math.max(0, right - left)
  return Object.fromEntries(boxes.map(({ id, x, y }): [string, Position] => [id, [x + shift, y]]))
}
