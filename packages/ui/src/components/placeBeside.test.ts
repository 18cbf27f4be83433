import { expect, test } from 'vitest'
import { placeBeside } from './placeBeside.ts'

const window = { width: 800, height: 600 }
const size = { width: 100, height: 30 }
const button = { left: 400, top: 300, width: 40, height: 20 }

test.each([
  ['top', { left: 370, top: 264 }],
  ['bottom', { left: 370, top: 326 }],
  ['left', { left: 294, top: 295 }],
  ['right', { left: 446, top: 295 }],
] as const)('stands at the %s, in the middle', (side, place) => {
  expect(placeBeside(button, size, side, window)).toEqual(place)
})

test('goes to the other side where there is no room', () => {
  expect(placeBeside({ ...button, top: 10 }, size, 'top', window).top).toBe(36)
  expect(placeBeside({ ...button, left: 760 }, size, 'right', window).left).toBe(654)
})

test('stays inside the window', () => {
  expect(placeBeside({ ...button, left: 0 }, size, 'bottom', window).left).toBe(8)
  expect(placeBeside({ ...button, left: 780 }, size, 'bottom', window).left).toBe(692)
})

test('stays on its side where there is no room anywhere', () => {
  const low = { width: 800, height: 40 }
  expect(placeBeside({ ...button, top: 10 }, size, 'top', low)).toEqual({ left: 370, top: 8 })
})
