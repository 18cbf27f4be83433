import type { Position } from '../AgentConfig.ts'

/** A position in whole pixels: files stay readable and a pixel's fraction makes no difference. */
export function toPosition([x, y]: Position): Position {
  return [toPixel(x), toPixel(y)]
}

function toPixel(value: number): number {
  const rounded = Math.round(value)
  // NaN, infinities and -0 would not survive a file.
  return Number.isFinite(rounded) && rounded !== 0 ? rounded : 0
}
