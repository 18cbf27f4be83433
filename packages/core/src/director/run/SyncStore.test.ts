import { expect, test } from 'vitest'
import { SyncStore } from './SyncStore.ts'

test('a value is there while a callback runs, within another one too, and gone afterwards', () => {
  const store = new SyncStore()
  const seen: unknown[] = []
  store.run('outer', () => {
    seen.push(store.getStore())
    expect(() =>
      store.run('inner', () => {
        seen.push(store.getStore())
        throw new Error('left early')
      }),
    ).toThrow('left early')
    seen.push(store.getStore())
  })
  expect(seen).toEqual(['outer', 'inner', 'outer'])
  expect(store.getStore()).toBeUndefined()
  store.enterWith('kept')
  expect(store.getStore()).toBe('kept')
})
