import { toText } from '../pages/agents.ts'
import { chainAgent } from '../pages/drawnAgents.ts'
import { expect, test } from '../pages/test.ts'

/** The word `colour` in every kind of place, and a field of that name. */
const paintAgent = toText({
  version: 1,
  name: 'Paint',
  stateType: {
    name: 'PaintState',
    fields: { colour: { type: 'string', input: true, default: 'red', description: 'A colour to use' } },
  },
  steps: [
    {
      id: 'mix',
      strategyType: 'llm',
      nodeName: 'Mix the colour',
      config: { promptTemplate: 'Which colour goes with {colour}?' },
    },
    { id: 'call', strategyType: 'subagent', config: { agent: 'shade' } },
  ],
  notes: [{ id: 'note', text: 'Colours are fun', position: [0, 300], size: [240, 140], colour: 'yellow' }],
  agents: {
    shade: {
      version: 1,
      name: 'Shade',
      stateType: { name: 'ShadeState', fields: {} },
      steps: [{ id: 'say', strategyType: 'output', config: { template: 'A darker colour' } }],
    },
  },
  layout: { mix: [0, 0], call: [340, 0] },
})

test('Mod+F replaces in names, prompts, notes, fields and agents of the file, as one undo entry', async ({
  studio,
  page,
}) => {
  await studio.open()
  await studio.importFile('paint.agent.json', paintAgent)
  const before = await studio.exportFile()
  await page.keyboard.press('ControlOrMeta+f')
  const dialog = page.getByRole('dialog', { name: 'Find and replace' })
  await dialog.getByRole('textbox', { name: 'Find' }).fill('colour')
  await expect(dialog.getByRole('status')).toHaveText('6 found, 5 ticked')
  await expect(dialog.getByRole('listitem').filter({ hasText: 'reference' }).getByRole('checkbox')).not.toBeChecked()
  await dialog.getByRole('button', { name: 'Whole word' }).click()
  await expect(dialog.getByRole('status')).toHaveText('5 found, 4 ticked')
  await dialog.getByRole('button', { name: 'Match case' }).click()
  await dialog.getByRole('checkbox', { name: /Mix the colour$/ }).uncheck()
  await dialog.getByRole('textbox', { name: 'Replace with' }).fill('paint')
  await dialog.getByRole('button', { name: 'Replace', exact: true }).click()
  await expect(dialog.getByRole('status')).toHaveText('2 found, 1 ticked')
  await page.keyboard.press('Escape')
  const { text } = await studio.exportFile()
  for (const words of ['Which paint goes with {colour}?', 'A paint to use', 'A darker paint', 'Mix the colour']) {
    expect(text).toContain(words)
  }
  await studio.undo()
  expect((await studio.exportFile()).text).toBe(before.text)
})

test('with nothing to put in its place what is found is deleted, told, and had back', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('paint.agent.json', paintAgent)
  const before = await studio.exportFile()
  await page.keyboard.press('ControlOrMeta+f')
  const dialog = page.getByRole('dialog', { name: 'Find and replace' })
  await dialog.getByRole('textbox', { name: 'Find' }).fill('darker')
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(dialog.getByText('Nothing found.')).toBeVisible()
  const told = page.locator('[data-sonner-toast]', { hasText: 'One place was changed' })
  await expect(told).toContainText('In one step.')
  await told.getByRole('button', { name: 'Undo' }).click()
  await expect(dialog.getByRole('status')).toHaveText('1 found, 1 ticked')
  await page.keyboard.press('Escape')
  expect((await studio.exportFile()).text).toBe(before.text)
})

test('what is found in a setting is opened there', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  await page.keyboard.press('ControlOrMeta+f')
  const dialog = page.getByRole('dialog', { name: 'Find and replace' })
  await dialog.getByRole('textbox', { name: 'Find' }).fill('three')
  await dialog.getByRole('button', { name: /Three/ }).click()
  await expect(dialog).toBeHidden()
  await expect(studio.card('third')).toHaveClass(/selected/)
})
