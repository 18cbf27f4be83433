import { CanvasView } from '../pages/CanvasView.ts'
import { createDice } from '../pages/createDice.ts'
import { chainAgent } from '../pages/drawnAgents.ts'
import type { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'

test.use({ viewport: { width: 1920, height: 1080 } })

/** Undoes, or does again, everything there is. */
async function goAll(studio: StudioPage, way: 'Undo' | 'Redo'): Promise<void> {
  await new CanvasView(studio).leaveFields()
  const button = studio.page.getByRole('button', { name: new RegExp(`^${way}`) })
  const key = way === 'Undo' ? 'ControlOrMeta+z' : 'ControlOrMeta+Shift+z'
  while (await button.isEnabled()) await studio.page.keyboard.press(key)
}

test('canvas, text and settings are undone in one order, and done again, also after a reload', async ({
  studio,
  page,
}) => {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  const canvas = new CanvasView(studio)
  const texts = [(await studio.exportFile()).text]
  const remember = async () => texts.push((await studio.exportFile()).text)

  await canvas.moveCard(studio.card('third'), 40, 90)
  await remember()
  await studio.card('first').click()
  await studio.write('Value', 'Another {question}')
  await remember()
  await studio.sidePanel.getByRole('combobox', { name: 'As' }).click()
  await page.getByRole('option', { name: 'Expression' }).click()
  await remember()
  await studio.sidePanel.getByRole('tab', { name: 'Agent' }).click()
  await studio.sidePanel.getByRole('textbox', { name: 'Retries' }).fill('5')
  await page.keyboard.press('Tab')
  await remember()
  await page.getByRole('textbox', { name: 'Agent name' }).fill('Renamed')
  await page.keyboard.press('Enter')
  await remember()
  await studio.card('second').click()
  await page.keyboard.press('Delete')
  await remember()
  expect(new Set(texts).size).toBe(texts.length)

  const last = texts.length - 1
  await studio.undo()
  await studio.undo()
  expect((await studio.exportFile()).text).toBe(texts[last - 2])
  await studio.expectSaved()
  await studio.reload()
  expect((await studio.exportFile()).text).toBe(texts[last - 2])
  for (let index = last - 3; index >= 0; index -= 1) {
    await studio.undo()
    expect((await studio.exportFile()).text, `after undoing to ${index}`).toBe(texts[index])
  }
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled()
  for (const text of texts.slice(1)) {
    await studio.redo()
    expect((await studio.exportFile()).text).toBe(text)
  }
  await expect(page.getByRole('button', { name: /^Redo/ })).toBeDisabled()
})

test('the button names what it takes back, and something new forgets what was undone', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  await studio.card('second').click()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('button', { name: 'Undo: Move' })).toBeEnabled()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByRole('button', { name: 'Redo: Move' })).toBeEnabled()
  await page.keyboard.press('ControlOrMeta+d')
  await expect(page.getByRole('button', { name: /^Redo/ })).toBeDisabled()
})

test('a burst of typing is one entry; Mod+Z in the field takes it back and leaves the caret there', async ({
  studio,
  page,
}) => {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  const before = await studio.exportFile()
  await studio.card('first').click()
  const box = studio.setting('Value')
  await box.click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' and something more')
  await expect(box).toHaveText('One {question} and something more')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(box).toHaveText('One {question}')
  await expect(box).toBeFocused()
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(box).toHaveText('One {question} and something more')
  await page.keyboard.press('ControlOrMeta+z')
  expect((await studio.exportFile()).text).toBe(before.text)
})

const gestures: readonly ((studio: StudioPage, dice: ReturnType<typeof createDice>) => Promise<void>)[] = [
  async ({ page }, dice) => {
    const title = dice.pick(['Set values', 'Output', 'Condition', 'Ask a model', 'Custom code'])
    await page.getByRole('button', { name: `Add ${title}`, exact: true }).click()
  },
  async (studio, dice) => {
    const canvas = new CanvasView(studio)
    await canvas.drag(await canvas.at(dice.share(), dice.share()), await canvas.at(dice.share(), dice.share()))
  },
  async (studio, dice) => {
    const { x, y } = await new CanvasView(studio).at(dice.share(), dice.share())
    await studio.page.mouse.click(x, y)
  },
  async ({ page }, dice) => page.keyboard.press(dice.pick(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'Shift+ArrowRight'])),
  async ({ page }) => page.keyboard.press('ControlOrMeta+d'),
  async ({ page }) => page.keyboard.press('ControlOrMeta+a'),
  async ({ page }, dice) => page.keyboard.press(dice.pick(['Delete', 'ControlOrMeta+Delete'])),
  async ({ page }) => {
    await page.keyboard.press('ControlOrMeta+c')
    await page.keyboard.press('ControlOrMeta+v')
  },
  async ({ page }, dice) => {
    await page.keyboard.press('c')
    await page.keyboard.type(dice.pick(['set', 'out', 'END', 'llm']))
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    for (const _ of [1, 2]) if (await page.getByRole('dialog').isVisible()) await page.keyboard.press('Escape')
  },
  async ({ page, sidePanel }, dice) => {
    await page.keyboard.press('F2')
    const name = sidePanel.getByRole('textbox', { name: 'Name of the step' })
    if (await name.isVisible()) await name.pressSequentially(dice.pick(['A', 'Name', 'Other name']))
  },
  async ({ page, sidePanel }, dice) => {
    const box = sidePanel.locator('.cm-content').first()
    if (!(await box.isVisible())) return
    await box.click()
    await page.keyboard.type(dice.pick(['Hello', '{question} and', 'x']))
  },
  async ({ page }) => page.keyboard.press('ControlOrMeta+z'),
]

for (const seed of [1, 2]) {
  test(`after sixty gestures at random (${seed}) undo leads back to the start, and redo to the end`, async ({
    studio,
    page,
  }) => {
    test.setTimeout(300_000)
    await studio.open()
    await studio.importFile('chain.agent.json', chainAgent)
    // Tests of one browser share its clipboard, and an agent that another one copied would be offered for import.
    await page.evaluate(() => navigator.clipboard.writeText(''))
    const canvas = new CanvasView(studio)
    const start = await studio.exportFile()
    const dice = createDice(seed)
    for (let count = 0; count < 60; count += 1) {
      await dice.pick(gestures)(studio, dice)
      await canvas.leaveFields()
      for (const _ of [1, 2]) {
        if (await page.getByRole('dialog').isVisible()) await page.keyboard.press('Escape')
      }
    }
    await expect(page.getByRole('button', { name: /^Undo/ })).toBeEnabled()
    // Where the last gestures undid something, the end is what redo leads to.
    await goAll(studio, 'Redo')
    const end = await studio.exportFile()
    expect(end.text).not.toBe(start.text)
    await goAll(studio, 'Undo')
    expect((await studio.exportFile()).text).toBe(start.text)
    await goAll(studio, 'Redo')
    expect((await studio.exportFile()).text).toBe(end.text)
  })
}

test('undo and redo name the steps they are about', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  await studio.card('second').click()
  await studio.card('second').focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('button', { name: 'Undo: Move · Second', exact: true })).toBeEnabled()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByRole('button', { name: 'Redo: Move · Second', exact: true })).toBeEnabled()
  await expect(page.getByRole('status').filter({ hasText: 'Undone: Move · Second' })).toBeAttached()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('button', { name: 'Undo: Move · 3 steps', exact: true })).toBeEnabled()
})
