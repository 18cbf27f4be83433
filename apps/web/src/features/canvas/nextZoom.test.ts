import { expect, test } from 'vitest'
import { nextZoom } from './nextZoom.ts'
import { maxZoom, minZoom } from './zoomLimits.ts'

test.each([
  ['zoomIn', 0.92, 1],
  ['zoomIn', 1, 1.1],
  ['zoomIn', 0.999, 1.1],
  ['zoomIn', 0.08, 0.125],
  ['zoomIn', maxZoom, maxZoom],
  ['zoomOut', 1.11, 1.1],
  ['zoomOut', 1.05, 1],
  ['zoomOut', 1, 0.9],
  ['zoomOut', 0.5, 0.33],
  ['zoomOut', 0.25, 0.125],
  ['actualSize', 0.4, 1],
] as const)('%s from %f leads to %f', (order, from, next) => {
  expect(nextZoom(order, from, 0.1)).toBe(next)
})

test('out and in again, one is back where one was, and life-size is on the way', () => {
  const out = walk('zoomOut', maxZoom, minZoom)
  const back = walk('zoomIn', out.at(-1) ?? 0, minZoom)
  expect(back.toReversed()).toEqual(out)
  expect(out).toContain(1)
  expect(out.at(-1)).toBe(minZoom)
})

test.each([
  ['of a large agent', 0.1, 1 / 16],
  ['of one that is as large as the canvas', 0.25, 0.25],
  ['of a small one', 1, 0.25],
])('the way out ends where the whole %s is seen', (_, whole, end) => {
  expect(walk('zoomOut', 1, whole).at(-1)).toBe(end)
})

test('what the wheel has turned further out is not turned in', () => {
  expect(nextZoom('zoomOut', 0.05, 1)).toBe(0.05)
})

/** From stop to stop, until nothing changes any more. */
function walk(order: 'zoomIn' | 'zoomOut', from: number, whole: number): readonly number[] {
  const next = nextZoom(order, from, whole)
  return next === from ? [from] : [from, ...walk(order, next, whole)]
}
