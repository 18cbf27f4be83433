import { toText } from '../pages/agents.ts'
import { expect, test } from '../pages/test.ts'

/** One step that gives back what nothing has written. */
const unfinished = {
  version: 1,
  name: 'Unfinished',
  stateType: { name: 'State', fields: { draft: { type: 'string' }, reply: { type: 'string' } } },
  steps: [
    {
      id: 'say',
      strategyType: 'output',
      nodeName: 'Say',
      config: { format: 'field', field: 'draft', writes: 'reply' },
    },
  ],
}

test('the language is chosen in the menu, kept, and taken back', async ({ studio, page }) => {
  await studio.open()
  await studio.expectSaved()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Deutsch' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Modell fragen hinzufügen' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')

  await page.reload()
  await page.getByRole('button', { name: 'Mehr', exact: true }).click()
  await page.getByRole('menuitem', { name: 'English' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Add Ask a model' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('it is chosen in the settings, too, in the same words', async ({ studio, page }) => {
  await studio.open()
  await studio.expectSaved()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: /^Settings/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Settings' })
  await dialog.getByRole('button', { name: 'Language' }).click()
  const group = dialog.getByRole('group', { name: 'Language' })
  await expect(group.getByRole('button', { name: 'Like the browser' })).toHaveAttribute('aria-pressed', 'true')
  await group.getByRole('button', { name: 'Deutsch' }).click()
  await expect(page.getByRole('button', { name: 'Modell fragen hinzufügen' })).toBeVisible()
  await page.getByRole('button', { name: 'Mehr', exact: true }).click()
  await expect(page.getByRole('menuitem', { name: /^Deutsch/ })).toHaveAccessibleName('Deutsch (an)')
})

test.describe('in a German browser', () => {
  test.use({ locale: 'de-DE' })

  test('the examples say in German what they are for, and are called so once they are opened', async ({
    page,
    studio,
  }) => {
    await studio.open()
    await page.keyboard.press('ControlOrMeta+o')
    const library = page.getByRole('dialog', { name: 'Bibliothek' })
    await library.getByRole('tab', { name: 'Beispiele' }).click()
    await library
      .getByRole('searchbox')
      .or(library.getByRole('textbox', { name: 'Suchen' }))
      .fill('wetterdienst')
    await library.getByRole('button', { name: /^Rat zum Wetter/ }).click()
    await expect(page.getByRole('textbox', { name: 'Name des Agenten' })).toHaveValue('Rat zum Wetter')
  })

  test('an agent is drawn, run and exported in German', async ({ page, studio }) => {
    await studio.open()
    await page.keyboard.press('ControlOrMeta+k')
    await page.getByRole('combobox', { name: 'Befehl suchen' }).fill('neuer agent')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Modell fragen hinzufügen' }).click()
    await expect(studio.cards).toHaveCount(1)
    // The English name finds it too.
    await page.keyboard.press('ControlOrMeta+k')
    await page.getByRole('combobox', { name: 'Befehl suchen' }).fill('tidy')
    await expect(page.getByRole('option', { name: /^Aufräumen/ })).toBeVisible()
    await page.keyboard.press('Escape')
    await page
      .getByRole('textbox', { name: /^Prompt/ })
      .first()
      .fill('Sag etwas')
    await page.getByRole('button', { name: 'Ausführen' }).first().click()
    await expect(page.getByText('Fertig', { exact: true }).first()).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: 'Der Lauf ist zu Ende' })).toBeAttached()
    await page.getByRole('button', { name: 'Exportieren' }).click()
    await expect(page.getByRole('dialog')).toContainText('Derselbe Agent gibt immer dieselben Bytes')
  })

  test('what was there before an import is kept as a version, as in English', async ({ page, studio }) => {
    await studio.open()
    await page.getByRole('button', { name: 'Agent importieren' }).click()
    await page.getByLabel('Datei des Agenten').setInputFiles({
      name: 'other.agent.json',
      mimeType: 'application/json',
      buffer: Buffer.from(toText({ version: 1, name: 'Other', stateType: { name: 'S', fields: {} }, steps: [] })),
    })
    await page.getByRole('button', { name: 'Offenen Agenten ersetzen' }).click()
    await expect(studio.cards).toHaveCount(0)
    await page.getByRole('button', { name: 'Mehr', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Versionen' }).click()
    await expect(page.getByRole('dialog')).toContainText('Vor einem Import')
  })

  test('a card, a problem with a value in it and a run that failed are told in German', async ({ page, studio }) => {
    await studio.open()
    await page.getByRole('button', { name: 'Agent importieren' }).click()
    await page.getByLabel('Datei des Agenten').setInputFiles({
      name: 'unfinished.agent.json',
      mimeType: 'application/json',
      buffer: Buffer.from(toText(unfinished)),
    })
    await page.getByRole('button', { name: 'Als neuen öffnen' }).click()
    await expect(studio.cards).toHaveCount(1)
    await expect(studio.cards).toContainText('Gibt draft als reply zurück')
    const problem =
      '„Say“ liest draft, aber nichts gibt ihm einen Wert: Kein Schritt schreibt es, und es ist weder Eingabe, noch hat es einen Startwert.'
    await expect(studio.cards.getByRole('button', { name: problem })).toBeVisible()

    await page.getByRole('button', { name: 'Ausführen' }).first().click()
    await page.getByRole('dialog').getByRole('button', { name: 'Ausführen' }).click()
    // The engine says it, in a worker with words of its own.
    await expect(page.getByRole('alert', { name: 'Problem' })).toContainText(
      'Das Feld „draft“ hat keinen Wert zum Zurückgeben. Felder mit einem Wert: keine.',
    )
  })
})
