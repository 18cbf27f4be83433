import { describe, expect, test } from 'vitest'
import { type Box, cardHeight, cardWidth } from './cardSize.ts'
import { nearestFreePlace } from './nearestFreePlace.ts'
import { touches } from './touches.ts'

function card(x: number, y: number, height = cardHeight): Box {
  return { x, y, width: cardWidth, height }
}

describe('nearestFreePlace', () => {
  test('a free place is kept, in whole units', () => {
    expect(nearestFreePlace([card(0, 0)], card(400.4, 10.6))).toEqual([400, 11])
    expect(nearestFreePlace([], card(1, 2))).toEqual([1, 2])
  })

  test.each([
    ['a little below the card', [10, 20], [10, 116]],
    ['a little above it', [10, -20], [10, -116]],
    ['far to its right', [240, 5], [280, 5]],
    ['far to its left', [-240, 5], [-280, 5]],
    ['right on top of it', [0, 0], [0, 116]],
  ] as const)('dropped %s, it stands clear of the card on that side', (_, [x, y], place) => {
    expect(nearestFreePlace([card(0, 0)], card(x, y))).toEqual(place)
  })

  test('a tall card is stood clear of as a whole', () => {
    const tall = card(0, 0, 260)
    expect(nearestFreePlace([tall], card(0, 200))).toEqual([0, 284])
    expect(nearestFreePlace([card(0, 0)], card(0, -150, 260))).toEqual([0, -284])
  })

  test('among many cards it finds the gap, and covers none', () => {
    const wall = [-2, -1, 0, 1, 2].flatMap((column) => [-2, -1, 0, 1, 2].map((row) => card(column * 280, row * 116)))
    const gap = wall.findIndex(({ x, y }) => x === 280 && y === 116)
    const taken = wall.filter((_, index) => index !== gap)
    expect(nearestFreePlace(taken, card(100, 60))).toEqual([280, 116])
    const [x, y] = nearestFreePlace(wall, card(30, 40))
    expect(wall.some((box) => touches(box, card(x, y)))).toBe(false)
  })
})
