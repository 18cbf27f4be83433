import { askingAgent, toText } from '../pages/agents.ts'
import { expect, test } from '../pages/test.ts'

test('the same agent gives the same bytes, also after it was read back', async ({ studio }) => {
  await studio.open()
  await studio.openExample('Support triage')
  const first = await studio.exportFile()
  const second = await studio.exportFile()
  expect(second).toEqual(first)
  expect(first.name).toBe('support-triage.agent.json')
  expect(first.text.endsWith('}\n')).toBe(true)

  await studio.importFile('again.agent.json', first.text)
  expect((await studio.exportFile()).text).toBe(first.text)
  await studio.reload()
  expect((await studio.exportFile()).text).toBe(first.text)
})

test('copying gives what downloading gives', async ({ studio }) => {
  await studio.open()
  const { text } = await studio.exportFile()
  await studio.page.getByRole('button', { name: 'Export', exact: true }).click()
  await studio.page.getByRole('dialog').getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(studio.page.getByText('Copied')).toBeVisible()
  expect(await studio.page.evaluate(() => navigator.clipboard.readText())).toBe(text)
})

test('tells what changed since the last export', async ({ studio }) => {
  await studio.open()
  await studio.exportFile()
  await studio.page.getByRole('textbox', { name: 'Agent name' }).fill('Another name')
  await studio.page.getByRole('textbox', { name: 'Agent name' }).press('Enter')
  await studio.page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = studio.page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('button', { name: /since the last export/ }).click()
  await expect(dialog.getByRole('listitem')).toContainText('Name')
  await expect(dialog.getByRole('insertion')).toHaveText('Another name')
})

test('the dialog keeps its height, whatever is exported', async ({ studio }) => {
  await studio.open()
  await studio.page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = studio.page.getByRole('dialog', { name: 'Export' })
  const heights = []
  for (const name of ['Agent file', 'Picture', 'Markdown', 'Mermaid']) {
    await dialog.getByRole('tab', { name }).click()
    await expect(dialog.getByRole('tabpanel', { name })).toBeVisible()
    heights.push(await dialog.evaluate(({ offsetHeight }: HTMLElement) => offsetHeight))
  }
  expect(new Set(heights).size).toBe(1)
})

test('points at a text that looks like a key, and lets it go all the same', async ({ studio }) => {
  const agent = askingAgent({}).replace('Be brief.', 'Use sk-proj-abcdefghijklmnop1234567890 for it.')
  await studio.open()
  await studio.importFile('careless.agent.json', agent)
  await studio.page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = studio.page.getByRole('dialog', { name: 'Export' })
  const warning = dialog.getByRole('alert')
  await expect(warning).toContainText('looks like a secret')
  await expect(dialog.getByRole('button', { name: /^Download/ })).toBeEnabled()

  await warning.getByRole('button', { name: /Ask · System prompt/ }).click()
  await expect(dialog).toBeHidden()
  await expect(studio.setting('System prompt')).toBeFocused()
})

test('an agent that cannot run is exported as it is', async ({ studio }) => {
  const agent = toText({
    version: 1,
    name: 'Half done',
    stateType: { name: 'State', fields: {} },
    steps: [{ id: 'ask', strategyType: 'llm', config: { promptTemplate: 'Hello {nobody}' } }],
  })
  await studio.open()
  await studio.importFile('half-done.agent.json', agent)
  await studio.page.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(studio.page.getByRole('dialog', { name: 'Export' })).toContainText('It is exported as it is')
  await studio.page.keyboard.press('Escape')
  expect((await studio.exportFile()).text).toContain('Hello {nobody}')
})
