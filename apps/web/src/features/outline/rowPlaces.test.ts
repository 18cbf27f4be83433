import { expect, test } from 'vitest'
import { createEmptyAgent } from '../../editor/createEmptyAgent.ts'
import { createTestEditor } from '../../editor/createTestEditor.ts'
import { listRows } from './listRows.ts'
import { placeRows, rowsInSight, scrollToRow } from './rowPlaces.ts'

const { facts } = createTestEditor().editor
const steps = Array.from({ length: 100 }, (_, index) => ({
  id: `s${index}`,
  strategyType: 'set',
  config: { values: [] },
}))
const rows = listRows({ ...createEmptyAgent(), steps }, facts, new Set())
const places = placeRows(rows, { step: 50, other: 30 })

test('rows stand one below the other, those of steps higher', () => {
  expect(places.tops.slice(0, 5)).toEqual([0, 30, 60, 110, 140])
  expect(places.total).toBe(100 * 80 + 3 * 30)
})

test.each([
  ['at the top', 0, 400],
  ['in the middle', 4000, 400],
  ['at the end', places.total - 400, 400],
])('all rows in sight are drawn, and not many more: %s', (_where, top, height) => {
  const [first, end] = rowsInSight(places, { top, height })
  const seen = places.tops.flatMap((at, index) => (at < top + height && at >= top ? [index] : []))
  expect(first).toBeLessThanOrEqual(seen[0] ?? 0)
  expect(end).toBeGreaterThan(seen.at(-1) ?? 0)
  expect(end - first).toBeLessThan(25)
})

test('nothing is drawn of no rows', () => {
  expect(rowsInSight({ tops: [], total: 0 }, { top: 0, height: 400 })).toEqual([0, 0])
})

test.each([
  ['one above', { top: 100, height: 30 }, 100],
  ['one below', { top: 700, height: 30 }, 330],
  ['one in sight', { top: 300, height: 30 }, 200],
])('scrolling to %s goes no further than it must', (_what, row, top) => {
  expect(scrollToRow(row, { top: 200, height: 400 })).toBe(top)
})
