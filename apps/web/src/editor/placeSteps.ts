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
 * A place for every step: the configuration's own where it has one, else a column by the longest way from the
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

/** The longest way to each step from the start, leaving out what leads back; steps out of reach stand in the first column. */
function columnsOf(config: AgentConfig): ReadonlyMap<string, number> {
  const targets = new Map<string, string[]>()
  for (const edge of listEdges(config)) {
    const list = targets.get(edge.from)
    if (list) list.push(edge.to)
    else targets.set(edge.from, [edge.to])
  }
  const order = orderFrom('START', targets)
  const turns = new Map(order.map((id, turn) => [id, turn]))
  const columns = new Map<string, number>()
  for (const [turn, id] of order.entries()) {
    const next = (columns.get(id) ?? -1) + 1
    for (const to of targets.get(id) ?? []) {
      const leadsOn = (turns.get(to) ?? 0) > turn
      if (leadsOn) columns.set(to, Math.max(columns.get(to) ?? 0, next))
    }
  }
  return columns
}

/** What can be reached, each before all that follow it but by a way back. Without recursion: chains may be long. */
function orderFrom(start: string, targets: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const seen = new Set([start])
  const left: string[] = []
  const open = [{ id: start, next: 0 }]
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const to = targets.get(top.id)?.[top.next]
    top.next += 1
    if (to === undefined) {
      left.push(top.id)
      open.pop()
    } else if (!seen.has(to)) {
      seen.add(to)
      open.push({ id: to, next: 0 })
    }
  }
  return left.reverse()
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
