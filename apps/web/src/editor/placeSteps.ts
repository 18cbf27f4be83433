import { type AgentConfig, listEdges, type Position, withPin } from '@petal/core/model'

/** Distance between the columns and the rows of cards, in canvas units. */
export const columnWidth = 340
export const rowHeight = 150

/**
 * How far from the middle a card can stand, in canvas units: far beyond what anybody draws, and near enough that places
 * can be counted with.
 */
const farthest = 10_000_000

/** The place, or the nearest one that can be drawn. */
export function withinReach(place: Position): Position {
  return withPin(place, [clamp(place[0]), clamp(place[1])])
}

function clamp(value: number): number {
  return Math.min(farthest, Math.max(-farthest, value))
}

/**
 * A place for every step: the configuration's own where it has one, else a column by the step's distance from the
 * start and the next free row in it. Deterministic, and linear in the number of edges.
 */
export function placeSteps(config: AgentConfig): Readonly<Record<string, Position>> {
  if (config.steps.every((step) => isWithinReach(config.layout[step.id]))) return config.layout
  const columns = columnsOf(config)
  const nextRow = rowsTaken(config)
  const layout: Record<string, Position> = {}
  for (const step of config.steps) {
    const known = config.layout[step.id]
    if (known) {
      layout[step.id] = withinReach(known)
      continue
    }
    const column = columns.get(step.id) ?? 0
    const row = nextRow.get(column) ?? 0
    nextRow.set(column, row + 1)
    layout[step.id] = [column * columnWidth, row * rowHeight]
  }
  return layout
}

function isWithinReach(place: Position | undefined): boolean {
  return place !== undefined && Math.abs(place[0]) <= farthest && Math.abs(place[1]) <= farthest
}

/** Breadth-first distance of each step from the start; steps out of reach stand in the first column. */
function columnsOf(config: AgentConfig): Map<string, number> {
  const targets = new Map<string, string[]>()
  for (const edge of listEdges(config)) {
    const list = targets.get(edge.from)
    if (list) list.push(edge.to)
    else targets.set(edge.from, [edge.to])
  }
  const columns = new Map<string, number>()
  let front = targets.get('START') ?? []
  for (let column = 0; front.length > 0; column += 1) {
    const fresh = front.filter((id) => id !== 'END' && !columns.has(id))
    for (const id of fresh) columns.set(id, column)
    front = [...new Set(fresh.flatMap((id) => targets.get(id) ?? []))]
  }
  return columns
}

/** First free row per column, below what is placed already. */
function rowsTaken(config: AgentConfig): Map<number, number> {
  const rows = new Map<number, number>()
  for (const [x, y] of Object.values(config.layout)) {
    const column = Math.round(x / columnWidth)
    rows.set(column, Math.max(rows.get(column) ?? 0, Math.ceil(y / rowHeight) + 1))
  }
  return rows
}
