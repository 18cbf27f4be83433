import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Box } from '../../editor/cardSize.ts'
import { snapBox } from './snapBox.ts'

const card = (x: number, y: number): Box => ({ x, y, width: 256, height: 92 })

describe('snapBox', () => {
  test('takes the nearest edge or middle in reach, across and down by themselves', () => {
    const { dx, dy, lines } = snapBox(card(4, 205), [card(0, 0), card(600, 200)], 6)
    expect([dx, dy]).toEqual([-4, -5])
    expect(lines).toContainEqual({ upright: true, at: 0, from: 0, to: 292 })
    expect(lines).toContainEqual({ upright: false, at: 200, from: 0, to: 856 })
  })

  test('leaves a box alone that is near to nothing', () => {
    expect(snapBox(card(30, 40), [card(0, 0)], 6)).toEqual({ dx: 0, dy: 0, lines: [] })
  })

  test('an edge meets the opposite edge of another', () => {
    const wide: Box = { x: 0, y: 300, width: 100, height: 50 }
    expect(snapBox(wide, [card(103, 0)], 6).dx).toBe(3)
  })

  test('takes the grid where nothing is in line', () => {
    expect(snapBox(card(33, 205), [card(600, 200)], 6, 20)).toMatchObject({ dx: 7, dy: -5 })
  })

  test('never moves further than it reaches, and what it moved stays when it is asked again', () => {
    const box = fc.record({
      x: fc.integer({ min: -300, max: 300 }),
      y: fc.integer({ min: -300, max: 300 }),
      width: fc.integer({ min: 2, max: 300 }),
      height: fc.integer({ min: 2, max: 300 }),
    })
    fc.assert(
      fc.property(box, fc.array(box, { maxLength: 8 }), (held, others) => {
        const { dx, dy, lines } = snapBox(held, others, 6)
        expect(Math.max(Math.abs(dx), Math.abs(dy))).toBeLessThanOrEqual(6)
        const again = snapBox({ ...held, x: held.x + dx, y: held.y + dy }, others, 6)
        expect(Math.abs(again.dx) + Math.abs(again.dy)).toBe(0)
        if (dx !== 0) expect(lines.some(({ upright }) => upright)).toBe(true)
        if (dy !== 0) expect(lines.some(({ upright }) => !upright)).toBe(true)
      }),
    )
  })
})
