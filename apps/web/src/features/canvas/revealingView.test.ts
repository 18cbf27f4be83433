import { describe, expect, test } from 'vitest'
import { revealingView } from './revealingView.ts'
import type { CanvasNode } from './toFlow.ts'

const size = { width: 800, height: 600 }
const card = (x: number, y: number, width = 256): CanvasNode => ({
  id: `${x} ${y}`,
  type: 'step',
  position: { x, y },
  data: { stepId: 'any' },
  width,
  height: 92,
})
const one = { nodes: [card(0, 0)] }
const at = (x: number, y: number) => ({ x, y, zoom: 1 })

describe('revealingView', () => {
  test('leaves the camera where it is while the card is in view', () => {
    const camera = at(100, 100)
    expect(revealingView(one, camera, size)).toBe(camera)
  })

  test.each([
    ['right', at(700, 100), at(520, 100)],
    ['left', at(-50, 100), at(24, 100)],
    ['above', at(100, -90), at(100, 24)],
    ['below, clear of the buttons there', at(100, 590), at(100, 444)],
  ])('brings a card in from the %s, and no further', (_, camera, expected) => {
    expect(revealingView(one, camera, size)).toEqual(expected)
  })

  test('keeps the zoom, and counts with it', () => {
    expect(revealingView(one, { x: 700, y: 100, zoom: 0.5 }, size)).toEqual({ x: 648, y: 100, zoom: 0.5 })
  })

  test('shows several together, or where they do not fit the last of them', () => {
    expect(revealingView({ nodes: [card(-300, 0), card(0, 0)] }, at(100, 100), size)).toEqual(at(324, 100))
    expect(revealingView({ nodes: [card(-900, 0), card(0, 0)] }, at(700, 100), size)).toEqual(at(520, 100))
  })

  test('shows the beginning of what is larger than the view', () => {
    expect(revealingView({ nodes: [card(0, 0, 2000)] }, at(-300, 100), size)).toEqual(at(24, 100))
  })
})
