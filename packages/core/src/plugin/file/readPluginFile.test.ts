/// <reference types="vite/client" />
import { describe, expect, test } from 'vitest'
import { createSandbox } from '#platform'
import guide from '../../../../../docs/plugins.md?raw'
import wordTools from '../../../../../examples/plugins/word-tools.plugin.js?raw'
import { readPluginFile } from './readPluginFile.ts'

const read = (text: string) => readPluginFile(text, createSandbox())

/** The text of a plugin with one step, with this put in place of what stands there. */
const plugin = (step = '', more = '') => `definePlugin({
  name: 'mine', version: '1', title: 'Mine', ${more}
  steps: [{ name: 'mine-echo', title: 'Echo', run: () => ({}), ${step} }],
})`

test('a plugin says what it is, as data', async () => {
  const reading = await read(wordTools)
  expect(reading).toMatchObject({
    ok: true,
    file: {
      text: wordTools,
      manifest: {
        name: 'word-tools',
        version: '1.0.0',
        steps: [
          { name: 'words-count', settings: [{ kind: 'stateField' }, {}, { integer: true }] },
          { name: 'words-length', exits: [{ id: 'short' }, { id: 'long' }] },
        ],
      },
    },
  })
  expect(JSON.parse(JSON.stringify(reading))).toEqual(reading)
})

test('the plugin of the guide can be read', async () => {
  const text = /```js\n(definePlugin[\s\S]*?)```/.exec(guide)?.[1] ?? ''
  expect(await read(text)).toMatchObject({ ok: true, file: { manifest: { name: 'shouting' } } })
})

test('what is left out has a default', async () => {
  const reading = await read(plugin())
  expect(reading.ok && reading.file.manifest.steps[0]).toEqual({
    name: 'mine-echo',
    title: 'Echo',
    description: '',
    category: 'other',
    icon: 'puzzle',
    settings: [],
    reads: [],
    writes: [],
    runs: true,
  })
})

describe('what stops a plugin from being read', () => {
  test.each([
    ['nothing', ' \n', 'plugin.empty', /empty/],
    ['too much', `//${'x'.repeat(500_001)}`, 'plugin.tooLarge', /500 kB/],
    ['no plugin', 'const a = 1', 'plugin.shape', /definePlugin/],
    ['two plugins', `${plugin()}\n${plugin()}`, 'plugin.shape', /once/],
    ['a module', 'export default {}', 'code.syntax', /exports nothing/],
    ['a mistake in the third line', 'const a = 1\n\nnull.x', 'code.error', /line 3/],
    ['the page', 'document.title', 'code.error', /document/],
    ['the network', 'fetch("https://example.org")', 'code.error', /fetch/],
    ['a function where data belongs', plugin('title: () => 1'), 'plugin.shape', /title/],
    ['a getter that throws', plugin('get icon() { throw new Error("no") }'), 'code.error', /no/],
    ['a flood of words', plugin(`description: "x".repeat(300000)`), 'code.resultTooLarge', /./],
    [
      'a key that could reach a prototype',
      plugin('["__proto__"]: 1, settings: [JSON.parse(\'{"__proto__": 1}\')]'),
      'plugin.shape',
      /__proto__/,
    ],
    ['a class instance', plugin('settings: new Map()'), 'plugin.shape', /Map/],
    ['a circle', 'const a = {}; a.a = a; definePlugin(a)', 'plugin.shape', /circular/],
    [
      'data nested too deeply',
      'let a = []; for (let i = 0; i < 500; i++) a = [a]; definePlugin({ steps: a })',
      'plugin.shape',
      /./,
    ],
  ])('%s', async (_what, text, code, words) => {
    const reading = await read(text)
    expect(reading).toMatchObject({ ok: false, problems: [{ code, message: expect.stringMatching(words) }] })
  })

  test('an endless loop', async () => {
    const sandbox = createSandbox()
    const hasty = { run: (request: Parameters<typeof sandbox.run>[0]) => sandbox.run({ ...request, timeoutMs: 200 }) }
    const reading = await readPluginFile('for (;;) {}', hasty)
    expect(reading).toMatchObject({ ok: false, problems: [{ code: 'code.timeout' }] })
  })

  test('spoiled built-ins spoil its own words only', async () => {
    const spoil = 'Array.prototype.map = () => { throw new Error("spoiled") }; Object.prototype.polluted = 1;'
    expect(await read(`${spoil}${plugin()}`)).toMatchObject({ ok: false })
    expect('polluted' in {}).toBe(false)
    expect([1].map((n) => n + 1)).toEqual([2])
    expect(await read(plugin())).toMatchObject({ ok: true })
  })
})

describe('what a plugin may not say', () => {
  test.each([
    ['name: "Echo"', 'steps[0].name'],
    ['name: "constructor "', 'steps[0].name'],
    ['title: ""', 'steps[0].title'],
    ['title: 7', 'steps[0].title'],
    ['title: "abc\\u202Edef"', 'steps[0].title'],
    ['title: "two\\nlines"', 'steps[0].title'],
    ['category: "magic"', 'steps[0].category'],
    ['icon: "<svg>"', 'steps[0].icon'],
    ['run: "no function"', 'steps[0].runs'],
    ['surprise: 1', 'steps[0]'],
    ['reads: ["{field}"]', 'steps[0].reads'],
    ['summary: "Echo *{field}*"', 'steps[0].summary'],
    ['summary: "Echo *this"', 'steps[0].summary'],
    ['exits: []', 'steps[0].exits'],
    ['exits: [{ id: "a", label: "A" }, { id: "a", label: "B" }]', 'steps[0].exits[1].id'],
    ['passBy: "a"', 'steps[0].passBy'],
    ['settings: [{ name: "a", title: "A", kind: "html" }]', 'steps[0].settings[0].kind'],
    ['settings: [{ name: "constructor", title: "A", kind: "text" }]', 'steps[0].settings[0].name'],
    ['settings: [{ name: "a", title: "A", kind: "stateField" }]', 'steps[0].settings[0].default'],
    ['settings: [{ name: "a", title: "A", kind: "number", min: 3 }]', 'steps[0].settings[0].default'],
    [
      'settings: [{ name: "a", title: "A", kind: "number", default: 0.5, integer: true }]',
      'steps[0].settings[0].default',
    ],
    [
      'settings: [{ name: "a", title: "A", kind: "select", options: [{ value: "x", label: "X" }], default: "y" }]',
      'steps[0].settings[0].default',
    ],
    [
      'settings: [{ name: "a", title: "A", kind: "text" }, { name: "a", title: "B", kind: "text" }]',
      'steps[0].settings[1].name',
    ],
  ])('%s', async (step, path) => {
    const reading = await read(plugin(step))
    expect(reading).toMatchObject({
      ok: false,
      problems: [{ code: 'plugin.shape', path, message: expect.stringMatching(/\w/) }],
    })
  })

  test.each([
    ['version: "new"', 'version'],
    ['homepage: "https://example.org"', ''],
    ['steps: [], ...{', undefined],
  ])('of itself: %s', async (more, path) => {
    const reading = await read(plugin('', `${more},`))
    expect(reading).toMatchObject({ ok: false, problems: [path === undefined ? {} : { path }] })
  })

  test('all that is wrong is told at once', async () => {
    const reading = await read(plugin('title: "", icon: 7', 'version: "x",'))
    expect(reading).toMatchObject({ ok: false, problems: [{}, {}, {}] })
  })
})

test('a reading that is stopped rejects', async () => {
  await expect(readPluginFile(plugin(), createSandbox(), AbortSignal.abort())).rejects.toMatchObject({
    code: 'run.stopped',
  })
})
