/** A side of an element. */
export type Side = 'top' | 'right' | 'bottom' | 'left'

interface Size {
  readonly width: number
  readonly height: number
}

interface Box extends Size {
  readonly left: number
  readonly top: number
}

/** Between the element and what stands beside it, and between that and the edge of the window. */
const gap = 6
const margin = 8

const opposite: Readonly<Record<Side, Side>> = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' }

/** Where something stands beside an element: on the side asked for, or the opposite one, and inside the window. */
export function placeBeside(anchor: Box, size: Size, wanted: Side, within: Size): { left: number; top: number } {
  const side =
    fits(anchor, size, wanted, within) || !fits(anchor, size, opposite[wanted], within) ? wanted : opposite[wanted]
  const { left, top } = placeAt(anchor, size, side)
  return {
    left: clamp(left, within.width - size.width - margin),
    top: clamp(top, within.height - size.height - margin),
  }
}

function fits(...[anchor, size, side, within]: [Box, Size, Side, Size]): boolean {
  const { left, top } = placeAt(anchor, size, side)
  if (side === 'left' || side === 'right') return left >= margin && left + size.width <= within.width - margin
  return top >= margin && top + size.height <= within.height - margin
}

function placeAt(anchor: Box, size: Size, side: Side): { left: number; top: number } {
  const middle = {
    left: anchor.left + (anchor.width - size.width) / 2,
    top: anchor.top + (anchor.height - size.height) / 2,
  }
  switch (side) {
    case 'top':
      return { left: middle.left, top: anchor.top - size.height - gap }
    case 'bottom':
      return { left: middle.left, top: anchor.top + anchor.height + gap }
    case 'left':
      return { left: anchor.left - size.width - gap, top: middle.top }
    case 'right':
      return { left: anchor.left + anchor.width + gap, top: middle.top }
    default:
      return side satisfies never
  }
}

/** At least the margin, also where there is less room than that. */
function clamp(value: number, most: number): number {
  return Math.round(Math.max(margin, Math.min(value, most)))
}
