import { expect, test } from 'vitest'
import { type Box, cardHeight, cardWidth } from './cardSize.ts'
import { freePlace } from './freePlace.ts'

function card(x: number, y: number, height = cardHeight): Box {
  return { x, y, width: cardWidth, height }
}

test('the place is the wanted one, or the next row below in which nothing is covered', () => {
  expect(freePlace([], card(3.4, 4))).toEqual([3, 4])
  expect(freePlace([card(0, 0), card(0, 150)], card(0, 0))).toEqual([0, 300])
})

test('a card with many exits takes the rows it needs', () => {
  expect(freePlace([card(0, 0, 230)], card(0, 0))).toEqual([0, 300])
  expect(freePlace([card(0, 150)], card(0, 0, 230))).toEqual([0, 300])
})
