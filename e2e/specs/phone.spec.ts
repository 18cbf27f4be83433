import type { Page } from '@playwright/test'
import { toText } from '../pages/agents.ts'
import { CanvasView } from '../pages/CanvasView.ts'
import { RunView } from '../pages/RunView.ts'
import { expect, test } from '../pages/test.ts'

test.use({ viewport: { width: 390, height: 760 }, hasTouch: true })

/** An agent that asks a person at once. */
const asking = toText({
  version: 1,
  name: 'Asking',
  stateType: { name: 'State', fields: {} },
  steps: [{ id: 'review', strategyType: 'human', nodeName: 'Review', config: { text: 'Is it good?' } }],
  layout: { review: [0, 0] },
})

/** How high the sheet of the run panel stands. */
function heightOfRun(page: Page): Promise<number> {
  return page.locator('[data-sheet]').evaluate((sheet) => Math.round(sheet.getBoundingClientRect().height))
}

test('what is written in stays above the keyboard on the screen', async ({ studio, page }) => {
  await studio.open()
  await studio.cards.first().tap()
  await page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Settings' }).tap()
  await studio.setting('Prompt').click()
  // As browsers do when their keyboard opens.
  await page.setViewportSize({ width: 390, height: 400 })
  await expect(page.getByRole('navigation', { name: 'Panels' })).toBeHidden()
  await expect(studio.setting('Prompt')).toBeFocused()
  await expect(studio.setting('Prompt')).toBeInViewport({ ratio: 0.99 })
  await page.setViewportSize({ width: 390, height: 760 })
  await expect(page.getByRole('navigation', { name: 'Panels' })).toBeVisible()
  await expect(studio.cards.first()).toBeVisible()
})

test('the list of steps opens no keyboard over the steps', async ({ studio, page }) => {
  await studio.open()
  await page.keyboard.press('n')
  const picker = page.getByRole('dialog', { name: 'Add a step' })
  await expect(picker.locator(':focus')).toHaveCount(1)
  await expect(picker.getByRole('combobox')).not.toBeFocused()
  await picker.getByRole('combobox').tap()
  await expect(picker.getByRole('combobox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(picker).toBeHidden()
})

test('a toast covers no buttons', async ({ studio, page }) => {
  await studio.open()
  await page.getByRole('button', { name: 'More', exact: true }).tap()
  await page.getByRole('menuitem', { name: /^Export/ }).tap()
  await page.getByRole('dialog').getByRole('button', { name: 'Copy', exact: true }).tap()
  const toast = page.locator('[data-sonner-toast]')
  await expect(toast).toContainText('Copied')
  const bar = await page.getByRole('banner').boundingBox()
  await expect
    .poll(async () => (await toast.boundingBox())?.y)
    .toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0))
  expect((await toast.boundingBox())?.y).toBeLessThan(200)
})

test('an agent that is opened is not covered by the panel of the one before', async ({ studio }) => {
  await studio.open()
  await studio.run()
  await expect(studio.runPanel).toBeVisible()
  await studio.openExample('Support triage')
  await expect(studio.runPanel).toBeHidden()
})

test('a question that waits opens no keyboard over itself', async ({ studio, page }) => {
  await studio.open()
  await studio.openExample('Review by a person')
  await studio.run()
  const card = new RunView(page).question('Review')
  await expect(card).toBeFocused()
  await expect(card.getByRole('button', { name: 'Approve' })).toBeInViewport({ ratio: 0.99 })
  await page.getByRole('button', { name: 'Open the library' }).tap()
  await expect(page.getByRole('dialog', { name: 'Library' }).getByRole('textbox')).not.toBeFocused()
})

test('the run panel is as high as one wants it: by tap, by drag and by key', async ({ studio, page }) => {
  await studio.open()
  await studio.run()
  await studio.expectRun('Done')
  const handle = page.getByRole('separator', { name: 'Height of the run panel' })
  await expect(handle).toHaveAttribute('aria-valuetext', 'A part of the screen')
  const part = await heightOfRun(page)
  await handle.tap()
  await expect(handle).toHaveAttribute('aria-valuetext', 'The whole screen')
  expect(await heightOfRun(page)).toBeGreaterThan(part + 200)
  await handle.tap()
  await expect(handle).toHaveAttribute('aria-valuetext', 'One line')
  expect(await heightOfRun(page)).toBeLessThan(50)
  await expect(page.locator('[data-sheet]').getByText('Done', { exact: true }).filter({ visible: true })).toHaveCount(1)
  await expect(studio.cards.first()).toBeInViewport({ ratio: 0.99 })
  await handle.press('ArrowUp')
  await expect(handle).toHaveAttribute('aria-valuetext', 'A part of the screen')
  await expect.poll(() => heightOfRun(page)).toBe(part)
  const box = await handle.boundingBox()
  const at = { x: 120, y: (box?.y ?? 0) + 20 }
  await page.mouse.move(at.x, at.y)
  await page.mouse.down()
  await page.mouse.move(at.x, at.y + 320, { steps: 5 })
  await page.mouse.up()
  await expect(handle).toHaveAttribute('aria-valuetext', 'One line')
  // Closed and opened again it is as it was left.
  const toggle = page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Run panel' })
  await toggle.tap()
  await expect(handle).toHaveCount(0)
  await toggle.tap()
  await expect(handle).toHaveAttribute('aria-valuetext', 'One line')
})

test('made small, the run panel comes up again for a question, whose buttons a finger does not miss', async ({
  studio,
  page,
}) => {
  await studio.open()
  await studio.openExample('Review by a person')
  await page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Run panel' }).tap()
  const handle = page.getByRole('separator', { name: 'Height of the run panel' })
  await handle.press('ArrowDown')
  await expect(handle).toHaveAttribute('aria-valuetext', 'One line')
  await studio.run()
  const card = new RunView(page).question('Review')
  await expect(handle).toHaveAttribute('aria-valuetext', 'A part of the screen')
  for (const name of ['Approve', 'Reject']) {
    const button = card.getByRole('button', { name })
    await expect(button).toBeInViewport({ ratio: 0.99 })
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  }
  await expect(card).toBeFocused()
  await handle.press('ArrowDown')
  await expect(handle).toHaveAttribute('aria-valuetext', 'One line')
  await page.keyboard.press('F8')
  await expect(handle).toHaveAttribute('aria-valuetext', 'A part of the screen')
  await expect(card).toBeFocused()
})

test('made small, the run panel stays so when nothing new calls: closed and opened again, and when a call is over', async ({
  studio,
  page,
}) => {
  // The way to a file of one's own is in the bar of a wider window.
  await page.setViewportSize({ width: 1000, height: 760 })
  await studio.open()
  await studio.importFile('asker.agent.json', asking)
  await page.setViewportSize({ width: 390, height: 760 })
  await page.getByRole('toolbar', { name: 'View' }).getByRole('button', { name: 'Fit view' }).tap()
  await studio.run()
  const view = new RunView(page)
  await view.allow()
  const card = view.question('Review')
  await expect(card).toBeFocused()
  const handle = page.getByRole('separator', { name: 'Height of the run panel' })
  const toggle = page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Run panel' })
  const expectSmall = () => expect(handle).toHaveAttribute('aria-valuetext', 'One line')
  await handle.press('ArrowDown')
  await expectSmall()
  await toggle.tap()
  await expect(handle).toHaveCount(0)
  await toggle.tap()
  await expectSmall()
  // Asked for by its key it comes up, with the focus in it.
  await page.keyboard.press('F8')
  await expect(card).toBeFocused()
  await expect(handle).toHaveAttribute('aria-valuetext', 'A part of the screen')
  await handle.press('ArrowDown')
  await studio.card('review').getByRole('button', { name: 'Approve' }).tap()
  await expect(page.locator('[data-sheet]').getByText('Done', { exact: true }).filter({ visible: true })).toHaveCount(1)
  await expectSmall()
})

test('nothing behind a run panel that has the whole screen is reached', async ({ studio, page }) => {
  await studio.open()
  await studio.run()
  await studio.expectRun('Done')
  const handle = page.getByRole('separator', { name: 'Height of the run panel' })
  const isInert = () => studio.cards.first().evaluate((card) => card.closest('[inert]') !== null)
  await handle.press('ArrowUp')
  await expect.poll(isInert).toBe(true)
  await handle.press('ArrowDown')
  await expect.poll(isInert).toBe(false)
})

test('a step that is added opens no keyboard, and comes before the output at the end', async ({ studio, page }) => {
  await studio.open()
  await page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Steps' }).tap()
  await page.getByRole('button', { name: 'Add Ask a model', exact: true }).tap()
  await expect(studio.setting('Prompt')).toBeVisible()
  await expect(studio.sidePanel.locator('[data-field-path="config.promptTemplate"]')).toBeFocused()
  await expect(studio.setting('Prompt')).not.toBeFocused()
  await expect(new CanvasView(studio).wire('llm', 'reply')).toBeAttached()
})

test('what was undone is done again from the bar under the thumb', async ({ studio, page }) => {
  await studio.open()
  await studio.cards.first().tap()
  const bar = page.getByRole('navigation', { name: 'Panels' })
  await expect(bar.getByRole('button', { name: 'Redo' })).toBeDisabled()
  await bar.getByRole('button', { name: 'Settings' }).tap()
  await studio.setting('Prompt').fill('Say hello')
  await bar.getByRole('button', { name: 'Undo' }).tap()
  await expect(studio.setting('Prompt')).not.toHaveText('Say hello')
  await bar.getByRole('button', { name: 'Redo' }).tap()
  await expect(studio.setting('Prompt')).toHaveText('Say hello')
})

test('what a mouse brings up by hovering is there for a finger', async ({ studio, page }) => {
  await studio.open()
  await page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Settings' }).tap()
  await studio.sidePanel.getByRole('tab', { name: 'State' }).tap()
  await expect(studio.sidePanel.getByRole('button', { name: 'Delete greeting' })).toHaveCSS('opacity', '1')
})

test('a finger does not miss the buttons of the view', async ({ studio, page }) => {
  await studio.open()
  const buttons = page.getByRole('toolbar', { name: 'View' }).getByRole('button')
  await expect(buttons).toHaveCount(6)
  for (const button of await buttons.all()) {
    const { width = 0, height = 0 } = (await button.boundingBox()) ?? {}
    expect(width).toBeGreaterThanOrEqual(44)
    expect(height).toBeGreaterThanOrEqual(44)
  }
})

test('menus name no keys where there are none', async ({ studio, page }) => {
  await studio.open()
  await page.getByRole('button', { name: 'More', exact: true }).tap()
  await expect(page.getByRole('menuitem', { name: /^Settings/ })).toBeVisible()
  await expect(page.getByRole('menu').locator('kbd').filter({ visible: true })).toHaveCount(0)
})
