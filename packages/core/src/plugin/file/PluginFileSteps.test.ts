import { expect, test } from 'vitest'
import { createDefaultRegistry } from '../../registry/createDefaultRegistry.ts'
import type { PluginFile } from './PluginFile.ts'
import { PluginFileSteps } from './PluginFileSteps.ts'
import { pluginManifestSchema } from './PluginManifest.ts'

const fileWith = (...names: readonly string[]): PluginFile => ({
  text: '',
  manifest: pluginManifestSchema.parse({
    name: 'mine',
    version: '1',
    title: 'Mine',
    steps: names.map((name) => ({ name, title: name, runs: true })),
  }),
})

test('steps come and go with their plugins', () => {
  const registry = createDefaultRegistry()
  const before = registry.list()
  const steps = new PluginFileSteps(registry)
  expect(steps.set([fileWith('mine-a', 'mine-b')])).toEqual([])
  expect(registry.describe('mine-a')).toMatchObject({ title: 'mine-a', plugin: 'Mine 1' })
  expect(registry.getStrategy('mine-a').getNodeName(0)).toBe('mine-a_step_0')
  steps.set([fileWith('mine-b')])
  expect(registry.describe('mine-a')).toBeUndefined()
  steps.set([])
  expect(registry.list()).toEqual(before)
})

test('a name that another has stays with the other', () => {
  const registry = createDefaultRegistry()
  const llm = registry.describe('llm')
  const steps = new PluginFileSteps(registry)
  expect(steps.set([fileWith('llm', 'mine-a'), fileWith('mine-a')])).toEqual(['llm', 'mine-a'])
  expect(registry.describe('llm')).toBe(llm)
  expect([steps.isTaken('llm'), steps.isTaken('mine-a'), steps.isTaken('free')]).toEqual([true, false, false])
  steps.set([])
  expect(registry.describe('llm')).toBe(llm)
})
