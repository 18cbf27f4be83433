import type { AgentConfig, Position } from '../AgentConfig.ts'
import { withPin } from '../withPin.ts'
import { toPosition } from './toPosition.ts'

/**
 * Places cards on the canvas, rounded to whole pixels. Ids of no step are passed over; the same configuration when
 * nothing moves. What is pinned stays so.
 */
export function moveSteps(config: AgentConfig, positions: Readonly<Record<string, Position>>): AgentConfig {
  const wanted = Object.entries(positions).map(([id, position]) => [id, toPosition(position)] as const)
  const moved = wanted.filter(([id, [x, y]]) => {
    const old = Object.hasOwn(config.layout, id) ? config.layout[id] : undefined
    return old?.[0] !== x || old[1] !== y
  })
  if (moved.length === 0) return config
  const ids = new Set(config.steps.map((step) => step.id))
  const known = moved.filter(([id]) => ids.has(id))
  const places = known.map(([id, position]) => [id, withPin(config.layout[id], position)] as const)
  return known.length === 0 ? config : { ...config, layout: { ...config.layout, ...Object.fromEntries(places) } }
}

/** Places one card. */
export function moveStep(config: AgentConfig, id: string, position: Position): AgentConfig {
  return moveSteps(config, { [id]: position })
}
