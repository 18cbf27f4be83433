import { expect, test } from '../pages/test.ts'

test('the language is chosen in the menu, kept, and taken back', async ({ studio, page }) => {
  await studio.open()
  await studio.expectSaved()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Language' }).press('ArrowRight')
  await page.getByRole('menuitem', { name: 'Deutsch' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Modell fragen hinzufügen' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')

  await page.reload()
  await page.getByRole('button', { name: 'Mehr', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Sprache' }).press('ArrowRight')
  await page.getByRole('menuitem', { name: 'English' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Add Ask a model' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test.describe('in a German browser', () => {
  test.use({ locale: 'de-DE' })

  test('an agent is drawn, run and exported in German', async ({ page, studio }) => {
    await studio.open()
    await page.keyboard.press('ControlOrMeta+k')
    await page.getByRole('combobox', { name: 'Befehl suchen' }).fill('neuer agent')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Modell fragen hinzufügen' }).click()
    await expect(studio.cards).toHaveCount(1)
    await page
      .getByRole('textbox', { name: /^Prompt/ })
      .first()
      .fill('Sag etwas')
    await page.getByRole('button', { name: 'Ausführen' }).first().click()
    await expect(page.getByText('Fertig', { exact: true }).first()).toBeVisible()
    await page.getByRole('button', { name: 'Exportieren' }).click()
    await expect(page.getByRole('dialog')).toContainText('Derselbe Agent gibt immer dieselben Bytes')
  })
})
