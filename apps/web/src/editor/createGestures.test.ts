import { expect, test } from 'vitest'
import { createGestures } from './createGestures.ts'

test('changes of one place that follow closely are one gesture', () => {
  let time = 0
  const gesture = createGestures(() => time)
  const first = gesture('props:a:prompt')
  time += 400
  expect(gesture('props:a:prompt')).toBe(first)
})

test('a pause, or another place, begins a new one', () => {
  let time = 0
  const gesture = createGestures(() => time)
  const first = gesture('props:a:prompt')
  const other = gesture('props:a:title')
  const back = gesture('props:a:prompt')
  time += 60_000
  const later = gesture('props:a:prompt')
  expect(new Set([first, other, back, later]).size).toBe(4)
})
