import { describe, expect, test } from 'vitest'
import { revealingView } from './revealingView.ts'

const size = { width: 800, height: 600 }
const card = { x: 0, y: 0, width: 256, height: 92 }
const at = (x: number, y: number) => ({ x, y, zoom: 1 })

describe('revealingView', () => {
  test('leaves the camera where it is while the card is in view', () => {
    const camera = at(100, 100)
    expect(revealingView(card, camera, size)).toBe(camera)
  })

  test.each([
    ['right', at(700, 100), at(520, 100)],
    ['left', at(-50, 100), at(24, 100)],
    ['above', at(100, -90), at(100, 24)],
    ['below, clear of the buttons there', at(100, 590), at(100, 444)],
  ])('brings a card in from the %s, and no further', (_, camera, expected) => {
    expect(revealingView(card, camera, size)).toEqual(expected)
  })

  test('keeps the zoom, and counts with it', () => {
    expect(revealingView(card, { x: 700, y: 100, zoom: 0.5 }, size)).toEqual({ x: 648, y: 100, zoom: 0.5 })
  })

  test('shows the beginning of what is larger than the view', () => {
    expect(revealingView({ ...card, width: 2000 }, at(-300, 100), size)).toEqual(at(24, 100))
  })
})
