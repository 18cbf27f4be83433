import 'fake-indexeddb/auto'
import { createDefaultRegistry } from '@petal/core/model'
import type { PluginFile } from '@petal/core/plugin-file'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import type { LoadedPlugin } from './LoadedPlugin.ts'
import { PluginCollection } from './PluginCollection.ts'
import { createPluginDatabase } from './pluginDatabase.ts'

const plugin = (name: string, ...steps: readonly string[]): LoadedPlugin => ({
  name,
  text: `// ${name}`,
  manifest: {
    name,
    version: '1.0.0',
    title: name,
    description: '',
    steps: steps.map((step) => ({
      name: step,
      title: step,
      description: '',
      category: 'other',
      icon: 'puzzle',
      settings: [],
      reads: [],
      writes: [],
      runs: true,
    })),
  },
  source: { kind: 'file', name: `${name}.plugin.js` },
  hash: name,
  bytes: 10,
  enabled: true,
})

/** A collection as a page has it, and what it told the editor and the engine. */
function open() {
  const registry = createDefaultRegistry()
  const told = { changes: 0, files: [] as readonly PluginFile[] }
  const collection = new PluginCollection({
    database: createPluginDatabase('test'),
    editor: {
      registry,
      registryChanged: () => {
        told.changes += 1
      },
    },
    setPluginFiles: (files) => {
      told.files = files
    },
  })
  return { collection, registry, told }
}

describe('the loaded plugins', () => {
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory()
  })

  it('are kept, and known again in the next session', async () => {
    await open().collection.add(plugin('mine', 'mine-a'))
    const { collection, registry, told } = open()
    expect(await collection.start()).toEqual([])
    expect(collection.plugins.getState()).toEqual([plugin('mine', 'mine-a')])
    expect(registry.describe('mine-a')).toMatchObject({ plugin: 'mine 1.0.0' })
    expect(told).toMatchObject({ changes: 1, files: [{ text: '// mine' }] })
  })

  it('tell nobody when there are none', async () => {
    const { collection, told } = open()
    expect(await collection.start()).toEqual([])
    expect(told.changes).toBe(0)
  })

  it('lose their steps while they are switched off, also in the next session', async () => {
    const { collection, registry, told } = open()
    await collection.add(plugin('mine', 'mine-a'))
    await collection.setEnabled('mine', false)
    expect(registry.describe('mine-a')).toBeUndefined()
    expect(told.files).toEqual([])
    const next = open()
    await next.collection.start()
    expect(next.registry.describe('mine-a')).toBeUndefined()
    await next.collection.setEnabled('mine', true)
    expect(next.registry.describe('mine-a')).toBeDefined()
  })

  it('take the place of one of the same name', async () => {
    const { collection, registry } = open()
    await collection.add(plugin('mine', 'mine-a', 'mine-b'))
    const newer = plugin('mine', 'mine-b', 'mine-c')
    expect(collection.taken(newer)).toEqual([])
    await collection.add(newer)
    expect(registry.list().filter((name) => name.startsWith('mine'))).toEqual(['mine-b', 'mine-c'])
    await collection.remove('mine')
    expect(registry.list().filter((name) => name.startsWith('mine'))).toEqual([])
  })

  it('never take a name that is known, not even that of a plugin that is switched off', async () => {
    const { collection } = open()
    await collection.add(plugin('mine', 'mine-a'))
    await collection.setEnabled('mine', false)
    expect(collection.taken(plugin('other', 'mine-a', 'other-a', 'llm'))).toEqual(['mine-a', 'llm'])
  })

  it('say which step the app has by now itself', async () => {
    await open().collection.add({ ...plugin('mine', 'mine-a'), manifest: plugin('mine', 'mine-a', 'llm').manifest })
    const { collection, registry } = open()
    const [problem] = await collection.start()
    expect(problem).toContain('llm')
    expect(registry.describe('llm')?.plugin).toBeUndefined()
    expect(registry.describe('mine-a')).toBeDefined()
  })

  it('say when they cannot be read', async () => {
    // A browser that gives no storage.
    Reflect.deleteProperty(globalThis, 'indexedDB')
    expect(await open().collection.start()).toEqual([expect.stringContaining('no storage')])
  })
})
