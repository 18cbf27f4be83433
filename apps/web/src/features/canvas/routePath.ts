import { getBezierPath, type Position } from '@xyflow/react'

/** Both ends of a wire, in canvas units. */
export interface WireEnds {
  readonly sourceX: number
  readonly sourceY: number
  readonly targetX: number
  readonly targetY: number
  readonly sourcePosition: Position
  readonly targetPosition: Position
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

/** A wire that leads on is a soft curve; one that leads back goes between the rows, or round below both cards. */
export function routePath(ends: WireEnds): RoutePath {
  if (ends.targetX < ends.sourceX + 8) return pathBelow(ends)
  const [path, labelX, labelY] = getBezierPath({ ...ends, curvature: 0.3 })
  return { path, labelX, labelY }
}

function pathBelow({ sourceX, sourceY, targetX, targetY }: WireEnds): RoutePath {
  const right = sourceX + lead
  const left = targetX - lead
  const bottom = turningHeight(sourceY, targetY)
  // Corners turn the way the wire goes: down and up again, or straight through between two rows.
  const [out, back] = [Math.sign(bottom - sourceY) * corner, Math.sign(bottom - targetY) * corner]
  const path = [
    `M ${sourceX},${sourceY}`,
    `L ${right - corner},${sourceY}`,
    `Q ${right},${sourceY} ${right},${sourceY + out}`,
    `L ${right},${bottom - out}`,
    `Q ${right},${bottom} ${right - corner},${bottom}`,
    `L ${left + corner},${bottom}`,
    `Q ${left},${bottom} ${left},${bottom - back}`,
    `L ${left},${targetY + back}`,
    `Q ${left},${targetY} ${left + corner},${targetY}`,
    `L ${targetX},${targetY}`,
  ].join(' ')
  return { path, labelX: (left + right) / 2, labelY: bottom }
}

/** Where a wire runs backwards: half way between rows that are far enough apart, else below both. */
function turningHeight(sourceY: number, targetY: number): number {
  const isBelow = targetY - sourceY > clearance + 2 * corner
  const isAbove = sourceY - targetY > clearance + 2 * corner
  if (isBelow) return Math.max(sourceY + clearance, targetY - clearance / 2)
  if (isAbove) return Math.max(targetY + clearance, sourceY - clearance / 2)
  return Math.max(sourceY, targetY) + clearance
}
