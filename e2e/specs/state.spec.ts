import type { Locator } from '@playwright/test'
import { chainAgent } from '../pages/drawnAgents.ts'
import type { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'

test.use({ viewport: { width: 1920, height: 1080 } })

async function openState(studio: StudioPage): Promise<Locator> {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  await studio.sidePanel.getByRole('tab', { name: 'State' }).click()
  return studio.sidePanel.getByRole('tabpanel', { name: 'State' })
}

/** Unfolds the settings of a field. */
async function unfold(panel: Locator, name: string): Promise<Locator> {
  await panel.getByRole('button', { name: new RegExp(`^${name} `) }).click()
  return panel.getByRole('listitem').filter({ has: panel.page().getByRole('button', { name: `Delete ${name}` }) })
}

test('a field is added by its name; names that cannot be are refused with the reason', async ({ studio, page }) => {
  const panel = await openState(studio)
  const name = panel.getByRole('textbox', { name: 'Name of the new field' })
  await name.fill('question')
  await expect(panel.getByText('There is already a field called question.')).toBeVisible()
  await name.fill('two words')
  await expect(name).toHaveAttribute('aria-invalid', 'true')
  await name.fill('')
  await panel.getByRole('button', { name: 'Add field' }).click()
  await expect(panel.getByText('Write a name.')).toBeVisible()
  await name.fill('score')
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('button', { name: 'score string' })).toBeVisible()
  await expect(name).toHaveValue('')
  expect((await studio.readAgent()).stateType.fields.score).toEqual({ type: 'string' })
  await studio.undo()
  await expect(panel.getByRole('button', { name: 'score string' })).toHaveCount(0)
})

test('type, new values, start value and input of a field reach the file, and the run’s form', async ({
  studio,
  page,
}) => {
  const panel = await openState(studio)
  const field = await unfold(panel, 'text')
  await field.getByRole('combobox', { name: 'Type' }).click()
  await page.getByRole('option', { name: 'integer' }).click()
  await field.getByRole('combobox', { name: 'New values' }).click()
  await page.getByRole('option', { name: 'Add to the number' }).click()
  await field.getByRole('textbox', { name: 'Start value' }).fill('7')
  await field.getByRole('textbox', { name: 'Description' }).fill('How many')
  await field.getByRole('switch', { name: 'Asked at the start' }).click()
  await expect(studio.runPanel.getByRole('form', { name: 'Input of the run' }).getByLabel('text')).toHaveValue('7')
  expect((await studio.readAgent()).stateType.fields.text).toEqual({
    type: 'integer',
    reducer: 'add',
    default: 7,
    input: true,
    description: 'How many',
  })
})

test('the start value of what may be anything takes a text as it is typed, and says how to write one that may be JSON', async ({
  studio,
  page,
}) => {
  const panel = await openState(studio)
  const field = await unfold(panel, 'text')
  await field.getByRole('combobox', { name: 'Type' }).click()
  await page.getByRole('option', { name: 'any' }).click()
  const start = field.getByRole('textbox', { name: 'Start value' })
  await start.click()
  await page.keyboard.type('none yet')
  await page.keyboard.press('Tab')
  await expect(start).toHaveText('"none yet"')
  expect((await studio.readAgent()).stateType.fields.text).toEqual({ type: 'any', default: 'none yet' })
  await start.click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText('[none yet')
  await expect(field.getByText('Put text in quotes, such as "none yet".')).toBeVisible()
})

test('a reducer that does not fit the type is told in place, and mended by its button', async ({ studio, page }) => {
  const panel = await openState(studio)
  const field = await unfold(panel, 'text')
  await field.getByRole('combobox', { name: 'New values' }).click()
  await page.getByRole('option', { name: 'Merge into the object' }).click()
  await expect(field.getByText(/cannot take new values by merge/)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Problems: 1 error/ })).toBeVisible()
  await field.getByRole('button', { name: 'Use replace' }).click()
  await expect(field.getByText(/cannot take new values by merge/)).toBeHidden()
  expect((await studio.readAgent()).stateType.fields.text).toEqual({ type: 'string' })
})

test('renaming a field renames it in prompts and expressions, as one undo entry', async ({ studio, page }) => {
  const panel = await openState(studio)
  const before = await studio.exportFile()
  const field = await unfold(panel, 'question')
  await field.getByRole('textbox', { name: 'Name' }).fill('riddle')
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('button', { name: /^riddle string/ })).toBeVisible()
  const agent = await studio.readAgent()
  expect(agent.steps[0]?.config).toEqual({ values: [{ field: 'text', value: 'One {riddle}' }] })
  expect(Object.keys(agent.stateType.fields)).toEqual(['riddle', 'text', 'output'])
  await studio.undo()
  expect((await studio.exportFile()).text).toBe(before.text)
})

test('Escape gives up a name that was begun, and leaves the field', async ({ studio, page }) => {
  const panel = await openState(studio)
  const before = await studio.exportFile()
  const name = (await unfold(panel, 'question')).getByRole('textbox', { name: 'Name' })
  await name.fill('riddle')
  await page.keyboard.press('Escape')
  await expect(name).not.toBeFocused()
  await expect(name).toHaveValue('question')
  expect((await studio.exportFile()).text).toBe(before.text)
})

test('a field tells which steps read and write it, and a click selects the step', async ({ studio }) => {
  const panel = await openState(studio)
  const field = await unfold(panel, 'text')
  await expect(field.getByText('Read by').locator('..')).toContainText('SecondThird')
  await expect(field.getByText('Written by').locator('..')).toContainText('FirstSecondThird')
  await field.getByRole('button', { name: 'First', exact: true }).click()
  await expect(studio.card('first')).toHaveClass(/selected/)
  await studio.sidePanel.getByRole('tab', { name: 'State' }).click()
  const question = await unfold(panel, 'question')
  await expect(question.getByText('Written by').locator('..')).toContainText('the input only')
})

test('deleting a field that is used says so where it is used; undo brings it back', async ({ studio }) => {
  const panel = await openState(studio)
  await panel.getByRole('button', { name: /^question / }).hover()
  await panel.getByRole('button', { name: 'Delete question' }).click()
  await expect(studio.sidePanel.getByRole('tab', { name: /^Problems \d/ })).toBeVisible()
  await studio.card('first').click()
  await expect(studio.setting('Value').locator('.cm-var-unknown')).not.toHaveCount(0)
  await studio.undo()
  await expect(studio.setting('Value').locator('.cm-var-unknown')).toHaveCount(0)
})

test('a field that was deleted is told of, and is back with Undo', async ({ studio, page }) => {
  const panel = await openState(studio)
  await panel.getByRole('button', { name: /^question / }).hover()
  await panel.getByRole('button', { name: 'Delete question' }).click()
  const told = page.locator('[data-sonner-toast]', { hasText: 'Field question is deleted' })
  await told.getByRole('button', { name: 'Undo' }).click()
  await expect(panel.getByRole('button', { name: /^question / })).toBeVisible()
  await expect(told).toHaveCount(0)
})

test('messages is said to be added for a model step, and can be declared', async ({ studio, page }) => {
  const panel = await openState(studio)
  await expect(panel.getByText(/^Added automatically/)).toBeHidden()
  await page.getByRole('button', { name: 'Add Ask a model', exact: true }).click()
  await studio.sidePanel.getByRole('tab', { name: 'State' }).click()
  await expect(panel.getByText(/^Added automatically/)).toBeVisible()
  await expect(panel.getByText('TextStateWithMessagesAddedByPetal')).toBeVisible()
  await panel.getByRole('button', { name: 'Declare it here' }).click()
  await expect(panel.getByText(/^Added automatically/)).toBeHidden()
  expect((await studio.readAgent()).stateType.fields.messages).toEqual({ type: 'messages' })
})
