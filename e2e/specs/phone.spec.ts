import { RunView } from '../pages/RunView.ts'
import { expect, test } from '../pages/test.ts'

test.use({ viewport: { width: 390, height: 760 }, hasTouch: true })

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
