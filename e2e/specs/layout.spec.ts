import { CanvasView } from '../pages/CanvasView.ts'
import { OutlineView } from '../pages/OutlineView.ts'
import { expect, test } from '../pages/test.ts'

test('panels are resized by mouse and by keys, and stay so after a reload', async ({ studio, page }) => {
  await studio.open()
  const canvas = new CanvasView(studio)
  const line = page.getByRole('separator', { name: 'Resize the side panel' })
  const { x, y } = await canvas.middleOf(line)
  const before = await studio.sidePanel.boundingBox()
  await canvas.drag({ x, y }, { x: x - 120, y })
  await expect
    .poll(async () => Math.round(((await studio.sidePanel.boundingBox())?.width ?? 0) - (before?.width ?? 0)))
    .toBe(120)
  const run = await studio.runPanel.boundingBox()
  await page.getByRole('separator', { name: 'Resize the run panel' }).focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect.poll(async () => (await studio.runPanel.boundingBox())?.height).toBeGreaterThan((run?.height ?? 0) + 20)
  const [side, below] = [await studio.sidePanel.boundingBox(), await studio.runPanel.boundingBox()]
  await studio.reload()
  expect(await studio.sidePanel.boundingBox()).toEqual(side)
  expect(await studio.runPanel.boundingBox()).toEqual(below)
})

test('panels are hidden and shown by their keys', async ({ studio, page }) => {
  await studio.open()
  const palette = page.getByRole('region', { name: 'Steps', exact: true })
  await page.keyboard.press('[')
  await expect(palette).toBeHidden()
  await page.keyboard.press('[')
  await expect(palette).toBeVisible()
  await page.keyboard.press(']')
  await expect(studio.sidePanel).toBeHidden()
  await studio.cards.first().click()
  await page.keyboard.press('Enter')
  await expect(studio.sidePanel).toBeVisible()
  await page.keyboard.press('r')
  await expect(studio.runPanel).toBeHidden()
  await page.keyboard.press('r')
  await expect(studio.runPanel).toBeVisible()
})

test('light and dark are chosen in the menu and remembered; otherwise the system decides', async ({ studio, page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await studio.open()
  const root = page.locator('html')
  await expect(root).toHaveAttribute('data-theme', 'light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(root).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('button', { name: 'Theme' }).click()
  await page.getByRole('menuitem', { name: 'Light' }).click()
  await expect(root).toHaveAttribute('data-theme', 'light')
  await studio.reload()
  await expect(root).toHaveAttribute('data-theme', 'light')
  await page.getByRole('button', { name: 'Theme' }).click()
  await page.getByRole('menuitem', { name: 'Dark' }).click()
  await expect(root).toHaveAttribute('data-theme', 'dark')
  await studio.reload()
  await expect(root).toHaveAttribute('data-theme', 'dark')
})

for (const width of [800, 420]) {
  test.describe(`in a window ${width} px wide`, () => {
    test.use({ viewport: { width, height: 760 } })
    // On a phone the panels stand in a bar at the bottom.
    const paletteButton = width < 640 ? 'Steps' : 'Palette'

    test('nothing is cut off, and a step is added, edited and run', async ({ studio, page }) => {
      await studio.open()
      await studio.newAgent()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      for (const name of ['Open the library', 'Run']) {
        await expect(page.getByRole('banner').getByRole('button', { name, exact: true })).toBeInViewport({
          ratio: 0.99,
        })
      }
      await page.getByRole('button', { name: paletteButton, exact: true }).click()
      await page.getByRole('button', { name: 'Add Output', exact: true }).click()
      await expect(studio.sidePanel).toBeInViewport()
      // What was added stays in sight while it is edited.
      await new CanvasView(studio).expectInView(studio.card('output'))
      await studio.write('Text', 'Narrow but whole')
      const box = await studio.setting('Text').boundingBox()
      expect(box && box.x >= 0 && box.x + box.width <= width).toBe(true)
      await page.getByRole('button', { name: 'Close' }).first().click()
      await expect(studio.sidePanel).toBeHidden()
      await expect(studio.card('output')).toBeVisible()
      await studio.run()
      await expect(studio.runPanel).toBeInViewport()
    })

    test('undo, export and the menus can be reached', async ({ studio, page }) => {
      await studio.open()
      await page.getByRole('button', { name: paletteButton, exact: true }).click()
      await page.getByRole('button', { name: 'Add Output', exact: true }).click()
      // The first field of a new step takes the focus once its form is there.
      await expect(studio.setting('Text')).toBeFocused()
      await page.keyboard.press('ControlOrMeta+k')
      const palette = page.getByRole('dialog', { name: 'Find a command' })
      const box = await palette.boundingBox()
      expect(box && box.x >= 0 && box.x + box.width <= width).toBe(true)
      await expect(palette.getByRole('combobox')).toBeFocused()
      await page.keyboard.type('export')
      await expect(palette.getByRole('option').first()).toContainText('Export')
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog', { name: 'Export' })
      await expect(dialog.getByRole('button', { name: 'Download' })).toBeInViewport({ ratio: 0.99 })
      await page.keyboard.press('Escape')
      await expect(page.getByRole('button', { name: /^Undo/ })).toBeInViewport({ ratio: 0.99 })
    })

    test('one panel is open at a time, and the dialogs can be used', async ({ studio, page }) => {
      await studio.open()
      await studio.run()
      await expect(studio.runPanel).toBeVisible()
      await studio.cards.first().click()
      await page.keyboard.press('Enter')
      await expect(studio.sidePanel).toBeVisible()
      await expect(studio.runPanel).toBeHidden()
      await page.getByRole('button', { name: 'Open the library' }).click()
      await page.getByRole('dialog').getByRole('tab', { name: 'Examples' }).click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /Support triage/ })
        .click()
      await expect(page.getByRole('textbox', { name: 'Agent name' })).toHaveValue('Support triage')
      await page.getByRole('button', { name: 'More', exact: true }).click()
      await page.getByRole('menuitem', { name: /^Settings/ }).click()
      const address = page.getByRole('dialog').getByRole('textbox', { name: 'Base URL' })
      expect((await address.boundingBox())?.width).toBeGreaterThan(250)
    })
  })
}

test.describe('in a small window', () => {
  test.use({ viewport: { width: 800, height: 600 } })

  test('the palette stands beside the outline, and both are used', async ({ studio, page }) => {
    await studio.open()
    const outline = new OutlineView(studio)
    await page.getByRole('button', { name: 'Outline', exact: true }).click()
    await page.getByRole('button', { name: 'Palette', exact: true }).click()
    const palette = page.getByRole('region', { name: 'Steps', exact: true })
    const [left, right] = [await palette.boundingBox(), await outline.panel.boundingBox()]
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual(right?.x ?? 0)
    expect((right?.x ?? 0) + (right?.width ?? 0)).toBeLessThanOrEqual(800)
    await outline.step('greet').click()
    await expect(outline.step('greet')).toHaveAttribute('aria-selected', 'true')
    await page.getByRole('button', { name: 'Add Set values', exact: true }).click()
    await expect(outline.steps).toHaveCount(3)
  })
})

test('menus name their keys beside a keyboard', async ({ studio, page }) => {
  await studio.open()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await expect(page.getByRole('menuitem', { name: /^Settings/ }).locator('kbd')).toBeVisible()
})

test('a wide window that becomes narrow keeps the work, and gets its panels back', async ({ studio, page }) => {
  await studio.open()
  await studio.cards.first().click()
  await page.setViewportSize({ width: 600, height: 800 })
  await expect(page.getByRole('region', { name: 'Steps', exact: true })).toBeHidden()
  await expect(studio.cards.first()).toBeVisible()
  await page.setViewportSize({ width: 1440, height: 900 })
  await expect(page.getByRole('region', { name: 'Steps', exact: true })).toBeVisible()
  await expect(studio.sidePanel).toBeVisible()
})

test('a part of the app that cannot be fetched is said so, and comes once it can be', async ({ studio, page }) => {
  const part = /SettingsDialog-[^/]*\.js$/
  await page.route(part, (route) => route.abort())
  await studio.open()
  await page.keyboard.press('ControlOrMeta+,')
  await expect(page.getByText('A part of Petal Studio could not be loaded')).toBeVisible()
  await studio.card('START').click()
  await page.unroute(part)
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
})

test.describe('in a window of 800 by 600, in German', () => {
  test.use({ viewport: { width: 800, height: 600 }, locale: 'de-DE' })

  test('the top bar leaves room for the name of the agent', async ({ page, studio }) => {
    await studio.open()
    const name = page.getByRole('textbox', { name: 'Name des Agenten' })
    await expect(name).toHaveValue('Greeter')
    await expect(page.getByRole('banner').getByRole('button', { name: 'Exportieren' })).toBeVisible()
    const clipped = await name.evaluate((field) => field.scrollWidth > field.clientWidth)
    expect(clipped).toBe(false)
  })

  test('the library shows all of its tabs beside what can be done in it', async ({ page, studio }) => {
    await studio.open()
    await page.getByRole('button', { name: 'Bibliothek öffnen' }).click()
    const library = page.getByRole('dialog', { name: 'Bibliothek' })
    for (const name of ['Meine Agenten', 'Beispiele', 'Papierkorb'])
      await expect(library.getByRole('tab', { name })).toBeInViewport({ ratio: 0.95 })
    await expect(library.getByRole('button', { name: 'Importieren' })).toBeInViewport({ ratio: 0.99 })
  })

  test('a menu cuts off none of its lines', async ({ page, studio }) => {
    await studio.open()
    await studio.cards.first().click({ button: 'right' })
    await expect(page.getByRole('menuitem', { name: /^Letzte Ausgabe in den nächsten Läufen verwenden/ })).toBeVisible()
    const cut = await page.getByRole('menuitem').evaluateAll((items) =>
      items
        .flatMap((item) => [...item.querySelectorAll('span')])
        .filter((line) => line.scrollWidth > line.clientWidth + 1)
        .map((line) => line.textContent),
    )
    expect(cut).toEqual([])
  })
})
