import { describe, expect, test } from 'vitest'
import { firstStepBox } from './firstStepBox.ts'
import { cardAt, cardsIn, flowBounds } from './flowShapes.ts'
import { fittingView, openingView } from './openingView.ts'
import type { CanvasNode, Flow } from './toFlow.ts'

const size = { width: 1000, height: 600 }

function flow(...places: readonly [number, number][]): Flow {
  const nodes = places.map(
    ([x, y], index): CanvasNode => ({
      id: `n${index}`,
      type: 'step',
      position: { x, y },
      data: { stepId: `n${index}` },
      width: 256,
      height: 92,
    }),
  )
  return { nodes, edges: [] }
}

describe('openingView', () => {
  test('a small agent stands in the middle, life-size', () => {
    const view = openingView(flow([0, 0]), size)
    expect(view).toEqual({ x: 372, y: 254, zoom: 1 })
  })

  test('a larger one is shown whole as long as it can be read', () => {
    const { zoom } = openingView(flow([0, 0], [1200, 0]), size)
    expect(zoom).toBeLessThan(1)
    expect(zoom).toBeGreaterThan(0.5)
  })

  test('a huge one begins at its start', () => {
    const view = openingView(flow([0, 0], [90_000, 90_000]), size)
    const start = { x: view.x, y: view.y }
    expect(view.zoom).toBeGreaterThan(0.5)
    expect(start.x > 0 && start.x < 200 && start.y > 0 && start.y < 600).toBe(true)
  })

  test('an empty agent is shown with the place of its first step, also on a phone', () => {
    const start: CanvasNode = {
      id: 'START',
      type: 'start',
      position: { x: 0, y: 0 },
      data: { stepId: 'START' },
      width: 112,
      height: 44,
    }
    const { x, zoom } = openingView({ nodes: [start], edges: [] }, { width: 390, height: 600 })
    expect(x).toBeGreaterThan(0)
    expect(x + (firstStepBox.x + firstStepBox.width) * zoom).toBeLessThan(390)
  })

  test('no size and no card are no trouble', () => {
    expect(openingView(flow(), size).zoom).toBe(1)
    expect(openingView(flow([0, 0]), { width: 0, height: 0 }).zoom).toBe(1)
  })
})

describe('fittingView', () => {
  test('everything is inside', () => {
    const bounds = flowBounds(flow([-5000, 0], [9000, 4000]))
    const { x, y, zoom } = fittingView(bounds, size)
    expect(bounds.x * zoom + x).toBeGreaterThanOrEqual(0)
    expect((bounds.x + bounds.width) * zoom + x).toBeLessThanOrEqual(size.width)
    expect(bounds.y * zoom + y).toBeGreaterThanOrEqual(0)
    expect((bounds.y + bounds.height) * zoom + y).toBeLessThanOrEqual(size.height)
  })
})

describe('looking cards up', () => {
  const two = flow([0, 0], [100, 50])

  test('the topmost card at a point', () => {
    expect(cardAt(two, 120, 60)).toBe('n1')
    expect(cardAt(two, 10, 10)).toBe('n0')
    expect(cardAt(two, -10, 10)).toBeUndefined()
  })

  test('the cards a box touches', () => {
    expect(cardsIn(two, { x: 0, y: 0, width: 50, height: 20 })).toEqual(['n0'])
    expect(cardsIn(two, { x: 0, y: 0, width: 150, height: 60 })).toEqual(['n0', 'n1'])
  })
})
