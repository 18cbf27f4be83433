import { CanvasView } from '../pages/CanvasView.ts'
import { OutlineView } from '../pages/OutlineView.ts'
import { expect, test } from '../pages/test.ts'

const question = 'Why is the sky blue?'

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('the whole job through the outline: add, connect, write, run, read, export', async ({ studio, page }) => {
    await studio.open()
    const bar = page.getByRole('navigation', { name: 'Panels' })
    await page.getByRole('button', { name: 'Open the library' }).tap()
    await page.getByRole('button', { name: 'New agent' }).tap()
    await expect(studio.cards).toHaveCount(0)
    await bar.getByRole('button', { name: 'Outline' }).tap()
    const outline = new OutlineView(studio)
    const canvas = new CanvasView(studio)
    await expect(outline.rows).toHaveCount(3)

    // A step, and what it asks.
    await outline.panel.getByRole('button', { name: 'Add a step' }).tap()
    await canvas.picker
      .getByRole('option', { name: /^Ask a model/ })
      .first()
      .tap()
    await expect(outline.ways('START')).toHaveAccessibleName(/^next → Ask a model/)
    // Names are offered once the editor of texts is there. It opens no keyboard before it is tapped.
    await expect(studio.setting('Prompt')).toHaveAttribute('aria-autocomplete', 'list')
    await expect(studio.setting('Prompt')).not.toBeFocused()
    await studio.setting('Prompt').tap()
    await expect(studio.setting('Prompt')).toBeFocused()
    await page.keyboard.insertText('Explain in one sentence: ')
    await page.keyboard.type('{que')
    await page.getByRole('option', { name: /question/ }).tap()
    await expect(studio.setting('Prompt')).toContainText('Explain in one sentence: {question}')
    await page.getByRole('button', { name: 'Close', exact: true }).tap()
    await expect(studio.sidePanel).toBeHidden()

    // One behind it, and one between the two.
    await outline
      .ways('llm')
      .getByRole('button', { name: /^Insert a step/ })
      .tap()
    await canvas.picker
      .getByRole('option', { name: /^Output/ })
      .first()
      .tap()
    await studio.write('Text', 'You asked: {question}')
    await page.getByRole('button', { name: 'Close', exact: true }).tap()
    await outline
      .ways('llm')
      .getByRole('button', { name: /^Insert a step/ })
      .tap()
    await canvas.picker
      .getByRole('option', { name: /^Ask a model/ })
      .first()
      .tap()
    await studio.write('Prompt', 'Say it for a child: {question}')
    await page.getByRole('button', { name: 'Close', exact: true }).tap()
    await expect(outline.steps).toHaveCount(3)
    await expect(outline.ways('llm-2')).toHaveAccessibleName(/^next → Output/)

    // Its name, and a way that is led elsewhere and back.
    await outline
      .step('llm-2')
      .getByRole('button', { name: /^Menu of/ })
      .tap()
    await outline.menuItem('Rename').tap()
    await expect(outline.grid.getByRole('textbox')).toBeFocused()
    await page.keyboard.insertText('Simplify')
    await page.keyboard.press('Enter')
    await expect(outline.step('llm-2')).toHaveAccessibleName(/^Simplify/)
    await outline
      .ways('llm')
      .getByRole('button', { name: /^Lead elsewhere/ })
      .tap()
    await outline.targets.getByRole('option', { name: /^Output/ }).tap()
    await expect(outline.step('llm-2')).toHaveAccessibleName(/Not reached/)
    await bar.getByRole('button', { name: 'Undo' }).tap()
    await expect(outline.ways('llm')).toHaveAccessibleName(/^next → Simplify/)

    // The run, and its answer.
    await bar.getByRole('button', { name: 'Run panel' }).tap()
    await studio.giveInput('question', question)
    await page.getByRole('banner').getByRole('button', { name: 'Run', exact: true }).tap()
    await studio.expectRun('Done')
    await expect(studio.answer('Output')).toContainText(`You asked: ${question}`)
    await bar.getByRole('button', { name: 'Run panel' }).tap()
    await expect(outline.step('llm-2')).toHaveAccessibleName(/Done/)

    await page.getByRole('button', { name: 'More', exact: true }).tap()
    await page.getByRole('menuitem', { name: /^Export/ }).tap()
    const download = page.waitForEvent('download')
    await page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'Download' }).tap()
    expect((await download).suggestedFilename()).toMatch(/\.agent\.json$/)
  })

  test('what a finger presses in the outline is large enough, and nothing is cut off', async ({ studio, page }) => {
    await studio.open()
    await studio.openExample('Support triage')
    await page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Outline' }).tap()
    const outline = new OutlineView(studio)
    await expect(outline.steps.first()).toBeVisible()
    for (const button of await outline.panel.getByRole('button').all()) {
      const box = await button.boundingBox()
      expect.soft(Math.min(box?.width ?? 0, box?.height ?? 0), `${button}`).toBeGreaterThanOrEqual(40)
    }
    for (const row of await outline.rows.all()) {
      const box = await row.boundingBox()
      expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true)
    }
    // What stands in its place cannot be reached behind it.
    await expect(page.locator('[inert]').getByTestId('canvas')).toHaveCount(1)
  })
})

test('the whole job without a pointer: add, connect, move, write, name, run, read, undo, export, import', async ({
  studio,
  page,
}) => {
  await studio.open()
  const outline = new OutlineView(studio)
  const canvas = new CanvasView(studio)
  const { keyboard } = page
  const palette = page.getByRole('dialog', { name: 'Find a command' })
  const runCommand = async (words: string) => {
    await keyboard.press('ControlOrMeta+k')
    await expect(palette.getByRole('combobox')).toBeFocused()
    await keyboard.type(words)
    await expect(palette.getByRole('option').first()).toContainText(words, { ignoreCase: true })
    await keyboard.press('Enter')
    await expect(palette).toBeHidden()
  }
  await runCommand('New agent')
  await expect(studio.cards).toHaveCount(0)

  // Three steps: the second behind the first, the third between them.
  await outline.open()
  await keyboard.press('n')
  await canvas.chooseInPicker('ask a model')
  await expect(outline.step('llm')).toBeFocused()
  await keyboard.press('Enter')
  await expect(studio.setting('Prompt')).toBeFocused()
  await expect(studio.setting('Prompt')).toHaveAttribute('aria-autocomplete', 'list')
  await keyboard.press('ControlOrMeta+a')
  await keyboard.type('Explain {que')
  await expect(page.getByRole('option', { name: /question/ })).toBeVisible()
  await keyboard.press('Enter')
  await expect(studio.setting('Prompt')).toContainText('Explain {question}')
  await outline.open()
  await expect(outline.step('llm')).toBeFocused()
  await keyboard.press('n')
  await canvas.chooseInPicker('output')
  await expect(outline.step('output')).toBeFocused()
  await keyboard.press('Enter')
  await expect(studio.setting('Text')).toBeFocused()
  await keyboard.press('ControlOrMeta+a')
  await keyboard.insertText('You asked {question}')
  await outline.open()
  await keyboard.press('Home')
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowDown')
  await expect(outline.step('llm')).toBeFocused()
  await keyboard.press('n')
  await canvas.chooseInPicker('set values')
  await expect(outline.ways('llm')).toHaveAccessibleName(/^next → Set values/)
  await expect(outline.ways('set')).toHaveAccessibleName(/^next → Output/)

  // It is named, its way on is removed and drawn again, and the way to it is led past it and back.
  await expect(outline.step('set')).toBeFocused()
  await keyboard.press('F2')
  await expect(outline.grid.getByRole('textbox')).toBeFocused()
  await keyboard.insertText('Keep')
  await keyboard.press('Enter')
  await expect(outline.step('set')).toHaveAccessibleName(/^Keep/)
  await keyboard.press('ArrowDown')
  await expect(outline.ways('set')).toBeFocused()
  await keyboard.press('Delete')
  await expect(outline.ways('set')).toHaveAccessibleName(/^next → End/)
  await keyboard.press('ArrowUp')
  await expect(outline.step('set')).toBeFocused()
  await keyboard.press('c')
  await expect(outline.targets.getByRole('combobox')).toBeFocused()
  await keyboard.type('output')
  await keyboard.press('Enter')
  await expect(outline.ways('set')).toHaveAccessibleName(/^next → Output/)
  // What was chosen closes, and the row has the focus again.
  await expect(outline.focused).toHaveCount(1)
  await keyboard.press('Home')
  for (const _ of [1, 2, 3]) await keyboard.press('ArrowDown')
  await expect(outline.ways('llm')).toBeFocused()
  await keyboard.press('Enter')
  await expect(outline.targets.getByRole('combobox')).toBeFocused()
  await keyboard.type('output')
  await keyboard.press('Enter')
  await expect(outline.ways('llm')).toHaveAccessibleName(/^next → Output/)
  await expect(outline.focused).toHaveCount(1)
  await keyboard.press('Enter')
  await expect(outline.targets.getByRole('combobox')).toBeFocused()
  await keyboard.type('keep')
  await keyboard.press('Enter')
  await expect(outline.ways('llm')).toHaveAccessibleName(/^next → Keep/)
  await expect(outline.focused).toHaveCount(1)

  // A card is moved, taken back and moved again.
  await keyboard.press('ArrowDown')
  await expect(outline.step('set')).toBeFocused()
  await keyboard.press('Alt+ArrowDown')
  await expect(page.getByRole('button', { name: 'Undo: Move' })).toBeAttached()
  await keyboard.press('ControlOrMeta+z')
  await expect(page.getByRole('button', { name: 'Redo: Move' })).toBeAttached()
  await keyboard.press('ControlOrMeta+Shift+z')
  await expect(page.getByRole('button', { name: 'Undo: Move' })).toBeAttached()
  await expect(outline.step('set')).toBeFocused()
  // Nothing is to be kept by it.
  await keyboard.press('d')
  await expect(outline.step('set')).toHaveAccessibleName(/Disabled/)

  // The input, the run, its answer.
  const input = studio.runPanel.getByRole('form', { name: 'Input of the run' }).getByLabel('question')
  await tabTo(input)
  await keyboard.insertText(question)
  await keyboard.press('ControlOrMeta+Enter')
  await studio.expectRun('Done')
  await expect(studio.answer('Output')).toContainText(`You asked ${question}`)
  await expect(outline.step('llm')).toHaveAccessibleName(/Done/)

  // Out as a file, and in again from the clipboard.
  await keyboard.press('ControlOrMeta+s')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog.getByRole('button', { name: 'Download' })).toBeFocused()
  const download = page.waitForEvent('download')
  await keyboard.press('Enter')
  expect((await download).suggestedFilename()).toMatch(/\.agent\.json$/)
  await expect(dialog).toBeHidden()
  await runCommand('Import an agent')
  await expect(page.getByRole('button', { name: /^Choose a file/ })).toBeFocused()
  // What the system's own window then gives.
  await page.getByLabel('Agent file').setInputFiles(await (await download).path())
  await tabTo(page.getByRole('button', { name: 'Open as new' }))
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(outline.steps).toHaveCount(3)
  await expect(outline.step('set')).toHaveAccessibleName(/^Keep.*Disabled/)

  async function tabTo(target: ReturnType<typeof page.getByRole>): Promise<void> {
    await expect(async () => {
      await keyboard.press('Tab')
      await expect(target).toBeFocused({ timeout: 50 })
    }).toPass({ intervals: [0] })
  }
})
