import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from '../pages/test.ts'

const shout = `
import { defineStep, z } from '/petal-plugin-api.js'

export const PLUGINS = [
  defineStep({
    name: 'shout',
    version: 1,
    title: 'Shout',
    description: 'Writes a field in capitals.',
    category: 'data',
    icon: 'sparkles',
    schema: z.object({
      field: z.string().default('question').meta({ title: 'Field to shout', widget: 'stateField' }),
      times: z.int().min(1).max(5).default(1).meta({ title: 'Exclamation marks' }),
    }),
    reads: ({ field }) => [field],
    writes: ({ field }) => [field],
    summarize: ({ field }) => 'Shout *' + field + '*',
    run: (state, { config }) => ({ [config.field]: String(state[config.field]).toUpperCase() + '!'.repeat(config.times) }),
  }),
]
`

/** Puts plugin files beside the app. */
async function serve(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, body] of Object.entries(files)) {
    const contentType = name.endsWith('.json') ? 'application/json' : 'text/javascript'
    await page.route(`**/plugins/${name}`, (route) => route.fulfill({ contentType, body }))
  }
}

test('a plugin beside the app gets its palette entry, card and form, and runs', async ({ studio, page }) => {
  await serve(page, { 'plugins.json': '["shout.js"]', 'shout.js': shout })
  await studio.open()
  await studio.newAgent()
  await studio.dragFromPalette('Shout', { x: 0.5, y: 0.5 })
  const card = studio.card('shout')
  await expect(card).toContainText('Shout question')
  await expect(studio.sidePanel.getByLabel('Field to shout')).toBeVisible()
  const times = studio.sidePanel.getByLabel('Exclamation marks')
  await times.fill('3')
  await times.blur()
  await studio.giveInput('question', 'hear me')
  await studio.runToEnd()
  await expect(studio.answer('Shout')).toContainText('HEAR ME!!!')

  const { text } = await studio.exportFile()
  expect(JSON.parse(text).steps).toMatchObject([{ id: 'shout', strategyType: 'shout', config: { times: 3 } }])
  await studio.reload()
  await expect(card).toContainText('Shout question')
})

test('the plugins of the guide do what the guide says', async ({ studio, page }) => {
  const guide = await readFile(new URL('../../docs/plugins.md', import.meta.url), 'utf8')
  const [count = '', judge = ''] = [...guide.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code = '']) => code)
  await serve(page, {
    'plugins.json': '["word-count.js", "polite-check.js"]',
    'word-count.js': count,
    'polite-check.js': judge,
  })
  await studio.open()
  await studio.newAgent()
  await studio.dragFromPalette('Count words', { x: 0.4, y: 0.3 })
  await expect(studio.card('word-count')).toContainText('Count the words of question into words')
  await studio.giveInput('question', 'How many words are these?')
  await studio.runToEnd()
  await expect(studio.answer('Count words')).toContainText(/words\s*5/)

  await studio.dragFromPalette('Check the tone', { x: 0.4, y: 0.65 })
  await expect(studio.card('polite-check').getByLabel('Connect from polite')).toBeAttached()
  await studio.connect(studio.card('word-count'), studio.card('polite-check'))
  await studio.runToEnd()
  await expect(studio.card('polite-check').getByLabel('Done')).toBeVisible()
})

test('without its plugin a step is kept, and known again once the plugin is back', async ({ studio, page }) => {
  await serve(page, { 'plugins.json': '["shout.js"]', 'shout.js': shout })
  await studio.open()
  await studio.newAgent()
  await studio.dragFromPalette('Shout', { x: 0.5, y: 0.5 })
  await expect(studio.card('shout')).toContainText('Shout question')
  const { text } = await studio.exportFile()
  await studio.expectSaved()

  await page.unroute('**/plugins/plugins.json')
  await studio.reload()
  await expect(studio.card('shout')).toContainText('shout')
  await expect(studio.card('shout')).not.toContainText('Shout question')
  expect((await studio.exportFile()).text).toBe(text)

  await serve(page, { 'plugins.json': '["shout.js"]' })
  await studio.reload()
  await expect(studio.card('shout')).toContainText('Shout question')
})

test('a plugin that cannot be used is told, and does no harm', async ({ studio, page }) => {
  await serve(page, {
    'plugins.json': '["broken.js", "shout.js"]',
    'broken.js': 'export const PLUGINS = [{ name: "not a plugin" }]',
    'shout.js': shout,
  })
  await studio.open()
  await expect(page.getByRole('status').filter({ hasText: /broken\.js/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add Shout', exact: true })).toBeVisible()
  await studio.runToEnd()
})
