import { maxZoom, minZoom } from './zoomLimits.ts'

export type ZoomOrder = 'zoomIn' | 'zoomOut' | 'actualSize'

const halves: readonly number[] = [minZoom, 1 / 32, 1 / 16, 1 / 8]
const stops: readonly number[] = [...halves, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, maxZoom]
/** A little more or less is the same stop. */
const tolerance = 1.005
/** So far one can always go out: cards can still be told apart. */
const recognisable = 0.25

/**
 * The next stop from a zoom, above or below. Stops are steady, so that 100 % is among them whatever the way there.
 * `whole` is the zoom at which all there is fits into the canvas: from further out there would be nothing more to see.
 */
export function nextZoom(order: ZoomOrder, from: number, whole: number): number {
  if (order === 'actualSize') return 1
  if (order === 'zoomIn') return stops.find((stop) => stop > from * tolerance) ?? maxZoom
  const lowest = stops.findLast((stop) => stop <= Math.min(whole, recognisable)) ?? minZoom
  const next = stops.findLast((stop) => stop < from / tolerance) ?? minZoom
  // It may have been turned further out by the wheel.
  return Math.min(from, Math.max(next, lowest))
}
