import { expect, test } from 'vitest'
import { createGestures } from './createGestures.ts'

test('changes of one place that follow closely are one gesture', () => {
  let time = 0
  const gesture = createGestures(() => time)
  const first = gesture('props:a:prompt', 'burst')
  time += 400
  expect(gesture('props:a:prompt', 'burst')).toBe(first)
})

test('a pause, or another place, begins a new one', () => {
  let time = 0
  const gesture = createGestures(() => time)
  const first = gesture('props:a:prompt', 'burst')
  const other = gesture('props:a:title', 'burst')
  const back = gesture('props:a:prompt', 'burst')
  time += 60_000
  const later = gesture('props:a:prompt', 'burst')
  expect(new Set([first, other, back, later]).size).toBe(4)
})

test('one act is a change of its own, however soon the next comes', () => {
  const gesture = createGestures(() => 0)
  const typed = gesture('props:a:routes', 'burst')
  const removed = gesture('props:a:routes', 'now')
  const moved = gesture('props:a:routes', 'now')
  const typedAgain = gesture('props:a:routes', 'burst')
  expect(new Set([typed, removed, moved, typedAgain]).size).toBe(4)
})
