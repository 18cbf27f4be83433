import { describe, expect, test } from 'vitest'
import { viewInRoom } from './viewInRoom.ts'

const wide = { width: 1000, height: 600 }
const narrow = { width: 700, height: 600 }
const bounds = { x: 0, y: 0, width: 900, height: 100 }
const whole = { x: 50, y: 250, zoom: 1 }

describe('viewInRoom', () => {
  test('what is in the middle stays there', () => {
    const camera = { x: -200, y: 250, zoom: 1 }
    const view = viewInRoom({ before: wide, after: narrow, camera, bounds, zoomBefore: undefined })
    expect(view).toEqual({ x: -350, y: 250, zoom: 1 })
  })

  test('an agent in sight as a whole still is, and is as large as before once there is room', () => {
    const view = viewInRoom({ before: wide, after: narrow, camera: whole, bounds, zoomBefore: undefined })
    expect(view.zoom).toBeLessThan(1)
    expect(view.x).toBeGreaterThan(0)
    expect(view.x + bounds.width * view.zoom).toBeLessThan(narrow.width)
    const again = viewInRoom({ before: narrow, after: wide, camera: view, bounds, zoomBefore: 1 })
    expect(again).toEqual(whole)
  })

  test('it is not made larger where nobody made it smaller', () => {
    const camera = { x: 100, y: 275, zoom: 0.5 }
    const view = viewInRoom({ before: narrow, after: wide, camera, bounds, zoomBefore: undefined })
    expect(view).toEqual({ x: 250, y: 275, zoom: 0.5 })
  })

  test('it is not made so small that nobody knows it', () => {
    const thin = { width: 200, height: 600 }
    const view = viewInRoom({ before: wide, after: thin, camera: whole, bounds, zoomBefore: undefined })
    expect(view).toEqual({ x: -350, y: 250, zoom: 1 })
  })
})
