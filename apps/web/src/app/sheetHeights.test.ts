import { expect, test } from 'vitest'
import { afterTap, nearestHeight, neighbourOf, percentOf, sheetHeights } from './sheetHeights.ts'

test('taps lead through all heights and come round', () => {
  expect(sheetHeights.map(afterTap)).toEqual(['part', 'all', 'line'])
})

test('keys end at the ends', () => {
  expect(sheetHeights.map((height) => neighbourOf(height, 1))).toEqual(['part', 'all', 'all'])
  expect(sheetHeights.map((height) => neighbourOf(height, -1))).toEqual(['line', 'line', 'part'])
})

test('what is let go of takes the nearest height', () => {
  expect([-0.2, 0.1, 0.4, 0.7, 0.9, 1.3].map(nearestHeight)).toEqual(['line', 'line', 'part', 'part', 'all', 'all'])
  for (const height of sheetHeights) expect(nearestHeight(percentOf(height) / 100)).toBe(height)
})
