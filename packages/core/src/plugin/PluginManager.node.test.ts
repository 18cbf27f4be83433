import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { StepRegistry } from '../registry/StepRegistry.ts'
import { PluginManager } from './PluginManager.ts'

/** A plugin in plain JavaScript, which imports nothing. */
const pluginSource = (name: string) => `
class Strategy { createStep() { return () => ({}) } getNodeName(index) { return '${name}_' + index } }
export const PLUGINS = [{ getName: () => '${name}', getStrategy: () => Strategy, getConfigSchema: () => undefined }]
`

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'petal-plugins-'))
  await writeFile(join(folder, 'one.mjs'), pluginSource('one'))
  await writeFile(join(folder, 'two.js'), pluginSource('two'))
  await writeFile(join(folder, 'broken.mjs'), 'export const =')
  await writeFile(join(folder, 'notes.txt'), 'no module')
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
})

afterAll(() => rm(folder, { recursive: true }))

test('a folder gives the plugins of its modules', async () => {
  const registry = new StepRegistry()
  const report = await new PluginManager(registry).discover(folder)
  expect(report.found.map(({ name }) => name)).toEqual(['one', 'two'])
  expect(report.problems).toMatchObject([{ message: expect.stringContaining('broken.mjs could not be loaded') }])
  expect(registry.getStrategy('two').getNodeName(1)).toBe('two_1')
})

test('so does a file', async () => {
  const { found } = await new PluginManager().discover(join(folder, 'one.mjs'))
  expect(found).toMatchObject([{ name: 'one' }])
})

test('an empty folder is passed over, one that is not there is a problem', async () => {
  const empty = await mkdtemp(join(folder, 'empty-'))
  expect(await new PluginManager().discover(empty)).toMatchObject({ skipped: [{ reason: 'It has no modules.' }] })
  expect(await new PluginManager().discover(join(folder, 'gone'))).toMatchObject({ found: [], problems: [{}] })
})

test('a package is imported by its name', async () => {
  expect(await new PluginManager().discover('zod')).toMatchObject({
    skipped: [{ source: 'zod', reason: 'It has no PLUGINS list.' }],
  })
  expect(await new PluginManager().discover('no-such-package-here')).toMatchObject({
    problems: [{ code: 'build.plugin', message: expect.stringContaining('no-such-package-here could not be loaded') }],
  })
})
