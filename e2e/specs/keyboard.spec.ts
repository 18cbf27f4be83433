import { CanvasView } from '../pages/CanvasView.ts'
import { chainAgent } from '../pages/drawnAgents.ts'
import { RunView } from '../pages/RunView.ts'
import { expect, test } from '../pages/test.ts'

test('Mod+K finds commands by a few letters, runs them, and offers only what can be done now', async ({
  studio,
  page,
}) => {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  await page.keyboard.press('ControlOrMeta+k')
  const palette = page.getByRole('dialog', { name: 'Find a command' })
  await page.keyboard.type('duplic')
  await expect(palette.getByRole('option', { name: /^Duplicate/ })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(palette).toBeHidden()
  await studio.card('second').click()
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('duplic')
  await page.keyboard.press('Enter')
  await expect(studio.cards).toHaveCount(4)
})

test('Mod+K puts what begins with the word first, and leaves out letters that only happen to be there', async ({
  studio,
  page,
}) => {
  await studio.open()
  await page.keyboard.press('ControlOrMeta+k')
  const options = page.getByRole('dialog').getByRole('option')
  await expect(options.first()).toBeVisible()
  await page.keyboard.type('set')
  await expect(options.first()).toHaveText(/^Settings/)
  await expect(options.filter({ hasText: 'Add step: Set values' })).toHaveCount(1)
  await expect(options.filter({ hasText: 'Select all' })).toHaveCount(0)
})

test('Mod+K opens agents, makes new ones, and adds a step of each type; what was used stands first', async ({
  studio,
  page,
}) => {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  await studio.expectSaved()
  const palette = page.getByRole('dialog', { name: 'Find a command' })
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('new agent')
  await expect(palette.getByRole('option').first()).toHaveAccessibleName('New agent')
  await page.keyboard.press('Enter')
  await expect(studio.cards).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('step: output')
  await expect(palette.getByRole('option').first()).toHaveAccessibleName('Add step: Output')
  await page.keyboard.press('Enter')
  await expect(studio.cards).toHaveCount(1)
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('open agent: chain')
  await expect(palette.getByRole('option').first()).toHaveAccessibleName('Open agent: Chain')
  await page.keyboard.press('Enter')
  await expect(studio.cards).toHaveCount(3)
  await page.keyboard.press('ControlOrMeta+k')
  await expect(palette.getByRole('option').first()).toHaveAccessibleName('Add step: Output')
  for (const name of ['Settings', 'API keys', 'Share a link', 'Import an agent', 'Export']) {
    await expect(palette.getByRole('option', { name: new RegExp(`^${name}( Ctrl|$)`) })).toHaveCount(1)
  }
})

test('Mod+F finds a step by what is written in it, and shows it', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.type('third')
  await page.keyboard.press('Enter')
  await expect(studio.card('third')).toHaveClass(/selected/)
  await expect(studio.card('third')).toBeInViewport({ ratio: 0.99 })
})

test('? shows the sheet of keys; Escape closes it and nothing else', async ({ studio, page }) => {
  await studio.open()
  await studio.cards.first().click()
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  for (const title of ['Undo', 'Duplicate', 'Connect to another step', 'Fit view', 'Stop']) {
    await expect(sheet.getByText(title, { exact: true })).toBeVisible()
  }
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(studio.cards.first()).toHaveClass(/selected/)
})

test('the keys of a command are changed by pressing others, kept, and reset', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  const keysOf = (title: string) => sheet.getByRole('button', { name: new RegExp(`^Keys of ${title}: `) })
  await page.keyboard.press('?')
  await keysOf('Duplicate').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(sheet).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+t')
  await expect(sheet.getByRole('alert')).toHaveText('The browser keeps these keys for itself.')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Shift+s')
  await expect(sheet.getByRole('alert')).toContainText('“Add a note” has these keys.')
  await sheet.getByRole('button', { name: 'Take over' }).click()
  await expect(keysOf('Duplicate')).toHaveAccessibleName('Keys of Duplicate: Shift S')
  await expect(keysOf('Add a note')).toHaveAccessibleName('Keys of Add a note: none')

  await studio.reload()
  await studio.card('second').click()
  await page.keyboard.press('Shift+s')
  await expect(studio.cards).toHaveCount(4)
  await page.keyboard.press('?')
  await sheet.getByRole('button', { name: 'Reset the keys of Duplicate' }).click()
  await expect(keysOf('Duplicate')).toHaveAccessibleName(/ D$/)
  await sheet.getByRole('button', { name: 'Reset all keys' }).click()
  await expect(keysOf('Add a note')).toHaveAccessibleName('Keys of Add a note: Shift S')
})

test('letters typed into a field are text, not commands', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  await studio.card('second').click()
  await page.keyboard.press('F2')
  await page.keyboard.type('ncrm?[]')
  await page.keyboard.press('Backspace')
  await expect(studio.sidePanel.getByRole('textbox', { name: 'Name of the step' })).toHaveValue('ncrm?[')
  await expect(studio.cards).toHaveCount(3)
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('without a mouse: add, write, connect, give the input, run, export', async ({ studio, page }) => {
  await studio.open()
  await studio.newAgent()
  const canvas = new CanvasView(studio)
  await canvas.leaveFields()
  await page.keyboard.press('n')
  await canvas.chooseInPicker('ask')
  await expect(studio.card('llm')).toHaveClass(/selected/)
  await expect(studio.setting('Prompt')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText('Explain {question}')

  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('add a step')
  await page.keyboard.press('Enter')
  await canvas.chooseInPicker('output')
  await expect(canvas.wire('llm', 'output')).toBeAttached()
  await expect(studio.setting('Text')).toBeFocused()
  await page.keyboard.insertText('You asked {question}')

  const input = studio.runPanel.getByRole('form', { name: 'Input of the run' }).getByLabel('question')
  await input.focus()
  await page.keyboard.insertText('Why is the sky blue?')
  await page.keyboard.press('ControlOrMeta+Enter')
  await studio.expectRun('Done')
  await expect(studio.answer('Output')).toContainText('You asked Why is the sky blue?')

  await page.keyboard.press('ControlOrMeta+s')
  const download = page.waitForEvent('download')
  await expect(page.getByRole('button', { name: 'Download' })).toBeFocused()
  await page.keyboard.press('Enter')
  expect((await download).suggestedFilename()).toMatch(/\.agent\.json$/)
})

test('the button of a menu leaves Mod+Enter to the page, which has no keys while the menu is open', async ({
  studio,
  page,
}) => {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  const button = page.getByRole('button', { name: 'Theme' })
  await button.focus()
  await page.keyboard.press('ControlOrMeta+Enter')
  await new RunView(page).allow()
  await studio.expectRun('Done')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Like the system (on)' })).toBeFocused()
  await page.keyboard.press('BracketLeft')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitem', { name: 'Light' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  const palette = page.getByRole('textbox', { name: 'Search steps' })
  await expect(palette).toBeVisible()
  await page.keyboard.press('BracketLeft')
  await expect(palette).toBeHidden()
})

test('Mod+Enter runs, also while a card has the focus', async ({ studio }) => {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  await studio.card('second').click()
  await studio.page.keyboard.press('ControlOrMeta+Enter')
  await new RunView(studio.page).allow()
  await studio.expectRun('Done')
})

test('Tab goes from card to card, and Enter takes one in hand', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  await studio.card('first').focus()
  await page.keyboard.press('Enter')
  await expect(studio.card('first')).toHaveClass(/selected/)
  await expect(studio.sidePanel.getByRole('textbox', { name: 'Name of the step' })).toHaveValue('First')
})
