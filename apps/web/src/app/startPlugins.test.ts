// @vitest-environment jsdom
import { expect, test, vi } from 'vitest'
import { createTestEditor } from '../editor/createTestEditor.ts'
import { memoryStorage } from '../look/testing/memoryStorage.ts'
import type { PluginCollection } from '../plugins/loaded/PluginCollection.ts'
import { startPlugins } from './startPlugins.ts'

function start(storage: ReturnType<typeof memoryStorage>, { count = 0 }: { readonly count?: number } = {}) {
  const { editor } = createTestEditor()
  const outcome = { show: () => {}, refuse: (_: unknown) => {} }
  const shown = new Promise<void>((resolve, reject) => Object.assign(outcome, { show: resolve, refuse: reject }))
  let entered = false
  const plugins = async () => {
    entered = true
    for (let i = 0; i < count; i++) editor.registryChanged()
    return {} as PluginCollection
  }
  startPlugins(editor, { plugins }, { storage, shown })
  return { editor, ...outcome, entered: () => entered }
}

test('on a device without plugins they wait until the agent is on screen', async () => {
  const { show, entered } = start(memoryStorage())
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(entered()).toBe(false)
  show()
  await vi.waitFor(() => expect(entered()).toBe(true))
})

test('they are entered also when the agent could not be shown', async () => {
  const { refuse, entered } = start(memoryStorage())
  refuse(new Error('no storage'))
  await vi.waitFor(() => expect(entered()).toBe(true))
})

test('where a visit had some, the next one enters them before the agent is on screen', async () => {
  const storage = memoryStorage()
  const first = start(storage, { count: 1 })
  first.show()
  await vi.waitFor(() => expect(storage.kept()).toBe('1'))
  expect(start(storage).entered()).toBe(true)
})

test('a plugin loaded in the middle of a visit counts, and none left counts as none', async () => {
  const storage = memoryStorage()
  start(storage).editor.registryChanged()
  expect(start(storage, { count: 0 }).entered()).toBe(true)
  await vi.waitFor(() => expect(storage.kept()).toBe(''))
  expect(start(storage).entered()).toBe(false)
})
