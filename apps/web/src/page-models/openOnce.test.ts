import { expect, test } from 'vitest'
import { openOnce } from './openOnce.ts'

test('opens once for all who ask', async () => {
  let count = 0
  const open = openOnce(async () => ++count)
  expect(count, 'nothing before it is asked for').toBe(0)
  expect(await Promise.all([open(), open()])).toEqual([1, 1])
  expect(await open()).toBe(1)
})

test('what could not be opened is tried again', async () => {
  let count = 0
  const open = openOnce(async () => {
    count += 1
    if (count === 1) throw new Error('Failed to fetch')
    return 'here'
  })
  const both = [open(), open()]
  for (const asked of both) await expect(asked).rejects.toThrow('Failed to fetch')
  expect(await open()).toBe('here')
  expect(count).toBe(2)
})
