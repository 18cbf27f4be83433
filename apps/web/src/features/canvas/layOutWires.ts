import { type Box, cardWidth } from '../../editor/cardSize.ts'
import { type BoxIndex, createBoxIndex } from './createBoxIndex.ts'
import { leadsBack, levelStretch, pointsAlong, routePath, turn, type WireEnds } from './routePath.ts'
import type { LabelPlace, WireLayout } from './WireLayout.ts'

/** A wire to lay out. */
export interface Wire {
  readonly id: string
  readonly ends: WireEnds
  /** Its name; empty when it shows none. */
  readonly name: string
  /** The name must be seen in any case: it can be pressed. */
  readonly needsName: boolean
}

/** Between level stretches of wires, and between one and a card. */
const wireSpace = 14
/** A shorter wire has no room for a card between its ends. */
const shortest = cardWidth + 2 * wireSpace
/** So many long wires are looked at, the first ones: what is in their way is looked for again whenever a card has moved. */
const mostLong = 400
/**
 * So many wires go round at most; further ones run behind the cards. Each lies below those before it: more would cost the
 * square of their number, and nobody can follow one among them.
 */
const mostRound = 50
const labelSpace = 3
const labelHeight = 20
const shares = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((step) => [0.5 - step * 0.04, 0.5 + step * 0.04]).slice(1)
/** The middle first, then further and further away from it; at each a little to the sides too. */
const labelPlaces: readonly LabelPlace[] = shares.flatMap((at) => [0, 10, -10, 20, -20].map((shift) => ({ at, shift })))

/**
 * Lays out wires among cards: those that lead back, and those that lead on behind cards, run below what is in their way
 * and beside each other, and names stand where they cover neither cards nor other names. A wire that is not in the
 * result is drawn as usual.
 */
export function layOutWires(wires: readonly Wire[], cards: readonly Box[]): ReadonlyMap<string, WireLayout> {
  const drops = findDrops(wires, cards)
  const index = createBoxIndex(cards)
  const layout = new Map<string, WireLayout>()
  for (const { id, ends, name, needsName } of wires) {
    const drop = drops.get(id) ?? 0
    const label = name === '' ? undefined : placeLabel(ends, drop, labelWidth(name), index)
    if (name === '' && drop === 0) continue
    layout.set(id, { drop, label: label ?? (needsName ? labelPlaces[0] : undefined) })
  }
  return layout
}

/** Short ways back first, so that long ones run around them. */
function findDrops(wires: readonly Wire[], cards: readonly Box[]): ReadonlyMap<string, number> {
  const back = wires.flatMap(({ id, ends }) => (leadsBack(ends) ? [{ id, ...turn(ends) }] : []))
  const index = createBoxIndex(cards)
  // Before wires are in the index, too: only cards are in the way of one that leads on.
  const blocked = firstBlocked(wires, index)
  const drops = new Map<string, number>()
  for (const { id, left, right, y } of back.sort((a, b) => a.right - a.left - (b.right - b.left))) {
    const stretch = { x: left, y, width: right - left, height: 0 }
    const lowered = below(stretch, index)
    index.add(lowered)
    drops.set(id, lowered.y - y)
  }
  for (const { id, ends } of blocked) {
    const { left, right, y } = levelStretch(ends)
    const lowered = below({ x: left, y, width: right - left, height: 0 }, index)
    index.add(lowered)
    // Also where it can stay at its height: it turns only where it ends.
    drops.set(id, Math.max(1, lowered.y - y))
  }
  return drops
}

function firstBlocked(wires: readonly Wire[], cards: BoxIndex): readonly Wire[] {
  const blocked: Wire[] = []
  const long = wires.filter(({ ends }) => ends.targetX - ends.sourceX >= shortest)
  for (const wire of long.slice(0, mostLong)) {
    if (blocked.length === mostRound) break
    if (isBlocked(wire.ends, cards)) blocked.push(wire)
  }
  return blocked
}

function isBlocked(ends: WireEnds, cards: BoxIndex): boolean {
  for (const [x, y] of pointsAlong(ends)) {
    if (cards.find({ x, y, width: 0, height: 0 }, 1) !== undefined) return true
  }
  return false
}

/** The stretch, moved down until nothing is in its way. */
function below(stretch: Box, index: BoxIndex): Box {
  let free = stretch
  for (let obstacle = index.find(free, wireSpace - 1); obstacle; obstacle = index.find(free, wireSpace - 1)) {
    free = { ...free, y: obstacle.y + obstacle.height + wireSpace }
  }
  return free
}

/** Takes the first free place along the wire for its name, if there is one. */
function placeLabel(ends: WireEnds, drop: number, width: number, index: BoxIndex): LabelPlace | undefined {
  for (const label of labelPlaces) {
    const { labelX, labelY } = routePath(ends, { drop, label })
    const box = { x: labelX - width / 2, y: labelY - labelHeight / 2, width, height: labelHeight }
    if (index.find(box, labelSpace)) continue
    index.add(box)
    return label
  }
  return undefined
}

/** As wide as the name will be, in canvas units; `EdgeLabel` cuts off what is longer. */
function labelWidth(name: string): number {
  return Math.min(224, 18 + name.length * 5.4)
}
