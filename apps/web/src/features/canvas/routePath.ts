import type { LabelPlace, WireLayout } from './WireLayout.ts'

/** Both ends of a wire, in canvas units. */
export interface WireEnds {
  readonly sourceX: number
  readonly sourceY: number
  readonly targetX: number
  readonly targetY: number
}

/** A wire as an SVG path, with the point where its label stands. */
export interface RoutePath {
  readonly path: string
  readonly labelX: number
  readonly labelY: number
}

const lead = 36
const corner = 16
const clearance = 84
const sampleLength = 60
const middle: LabelPlace = { at: 0.5, shift: 0 }

/**
 * A wire that leads on is a soft curve, or goes round below what is in its way; one that leads back goes between the
 * rows, or round below both cards.
 */
export function routePath(ends: WireEnds, { drop, label = middle }: WireLayout): RoutePath {
  const isBack = leadsBack(ends)
  if (!isBack && drop === 0) return curve(ends, label)
  const { left, right, y } = isBack ? turn(ends) : levelStretch(ends)
  const [begin, end] = isBack ? [right, left] : [left, right]
  return pathAlong(ends, { begin, end, y: y + drop }, label)
}

/** Points along a wire that leads on, one by one, to see what is in its way: most wires are blocked close to their beginning. */
export function* pointsAlong({
  sourceX,
  sourceY,
  targetX,
  targetY,
}: WireEnds): Generator<readonly [x: number, y: number]> {
  const half = (sourceX + targetX) / 2
  const count = Math.max(2, Math.ceil((targetX - sourceX) / sampleLength))
  for (let index = 1; index < count; index += 1) {
    const t = index / count
    yield [cubic(t, [sourceX, half, half, targetX]), cubic(t, [sourceY, sourceY, targetY, targetY])]
  }
}

/** Whether a wire ends at or behind where it begins. */
export function leadsBack({ sourceX, targetX }: WireEnds): boolean {
  return targetX < sourceX + 8
}

function curve({ sourceX, sourceY, targetX, targetY }: WireEnds, { at, shift }: LabelPlace): RoutePath {
  const half = (sourceX + targetX) / 2
  return {
    path: `M${sourceX},${sourceY} C${half},${sourceY} ${half},${targetY} ${targetX},${targetY}`,
    labelX: cubic(at, [sourceX, half, half, targetX]) + shift,
    labelY: cubic(at, [sourceY, sourceY, targetY, targetY]),
  }
}

function cubic(t: number, [a, b, c, d]: readonly [number, number, number, number]): number {
  const u = 1 - t
  return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d
}

/** The level stretch of a wire that leads back. */
export function turn(ends: WireEnds): { readonly left: number; readonly right: number; readonly y: number } {
  return { left: ends.targetX - lead, right: ends.sourceX + lead, y: turningHeight(ends.sourceY, ends.targetY) }
}

/** The level stretch of a wire that leads on, at the height where it begins. */
export function levelStretch({ sourceX, sourceY, targetX }: WireEnds) {
  return { left: sourceX + lead, right: Math.max(sourceX + lead, targetX - lead), y: sourceY }
}

/** Up or down to a level stretch, along it, and up or down again to where the wire leads. Corners turn the way it goes. */
function pathAlong(ends: WireEnds, { begin, end, y }: Stretch, { at, shift }: LabelPlace): RoutePath {
  const { sourceX, sourceY, targetX, targetY } = ends
  const across = end < begin ? -corner : corner
  const [out, back] = [cornerTo(y - sourceY), cornerTo(y - targetY)]
  const path = [
    `M ${sourceX},${sourceY}`,
    `L ${begin - corner},${sourceY}`,
    `Q ${begin},${sourceY} ${begin},${sourceY + out}`,
    `L ${begin},${y - out}`,
    `Q ${begin},${y} ${begin + across},${y}`,
    `L ${end - across},${y}`,
    `Q ${end},${y} ${end},${y - back}`,
    `L ${end},${targetY + back}`,
    `Q ${end},${targetY} ${end + corner},${targetY}`,
    `L ${targetX},${targetY}`,
  ].join(' ')
  return { path, labelX: Math.min(begin, end) + Math.abs(end - begin) * at + shift, labelY: y }
}

/** A level part of a wire, the way it goes. */
interface Stretch {
  readonly begin: number
  readonly end: number
  readonly y: number
}

/** A corner's height, with its direction; where there is no room for a whole one, half of the way. */
function cornerTo(distance: number): number {
  return Math.sign(distance) * Math.min(corner, Math.abs(distance) / 2)
}

/** Where a wire runs backwards: half way between rows that are far enough apart, else below both. */
function turningHeight(sourceY: number, targetY: number): number {
  const isBelow = targetY - sourceY > clearance + 2 * corner
  const isAbove = sourceY - targetY > clearance + 2 * corner
  if (isBelow) return Math.max(sourceY + clearance, targetY - clearance / 2)
  if (isAbove) return Math.max(targetY + clearance, sourceY - clearance / 2)
  return Math.max(sourceY, targetY) + clearance
}
