import { CanvasView } from '../pages/CanvasView.ts'
import { chainAgent, choiceAgent } from '../pages/drawnAgents.ts'
import type { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'

test.use({ viewport: { width: 1920, height: 1080 } })

async function openAgent(studio: StudioPage, agent: string): Promise<CanvasView> {
  await studio.open()
  await studio.importFile('drawn.agent.json', agent)
  return new CanvasView(studio)
}

test('a menu higher than the window shows that it goes on', async ({ studio, page }) => {
  await page.setViewportSize({ width: 1280, height: 600 })
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  await studio.card('first').click({ button: 'right' })
  const menu = page.getByRole('menu')
  const signs = menu.locator('[data-more="true"]')
  await expect(signs).toHaveCount(1)
  await expect(menu.getByText('Delete without reconnecting')).not.toBeInViewport()
  await page.keyboard.press('End')
  await expect(menu.getByText('Delete without reconnecting')).toBeInViewport()
  await expect(signs).toHaveCount(1)
})

test('Shift draws a box that selects, Mod+click adds and takes away, Mod+A takes all', async ({ studio, page }) => {
  const canvas = await openAgent(studio, chainAgent)
  const [first, second] = [await studio.card('first').boundingBox(), await studio.card('second').boundingBox()]
  if (!first || !second) throw new Error('no cards')
  await page.keyboard.down('Shift')
  await canvas.drag({ x: first.x + 20, y: first.y - 60 }, { x: second.x + 20, y: second.y + second.height + 30 })
  await page.keyboard.up('Shift')
  await expect(canvas.selectedCards).toHaveCount(2)
  await studio.card('third').click({ modifiers: ['ControlOrMeta'] })
  await expect(canvas.selectedCards).toHaveCount(3)
  await studio.card('first').click({ modifiers: ['ControlOrMeta'] })
  await expect(canvas.selectedCards).toHaveCount(2)
  await page.keyboard.press('Escape')
  await expect(canvas.selectedCards).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+a')
  await expect(canvas.selectedCards).toHaveCount(3)
})

test('what leads to a step, or follows it, is selected by key', async ({ studio }) => {
  await openAgent(studio, chainAgent)
  const selected = studio.page.locator('.react-flow__node-step.selected')
  await studio.card('first').click()
  await studio.page.keyboard.press('Shift+Alt+F')
  await expect(selected).toHaveCount(3)
  await studio.card('second').click()
  await expect(selected).toHaveCount(1)
  await studio.page.keyboard.press('Shift+Alt+B')
  await expect(selected).toHaveCount(2)
})

test('several cards move together by mouse, as one undo entry', async ({ studio, page }) => {
  const canvas = await openAgent(studio, chainAgent)
  const before = await studio.readAgent()
  await page.keyboard.press('ControlOrMeta+a')
  await canvas.moveCard(studio.card('second'), 60, 120)
  const { layout } = await studio.readAgent()
  const moved = Object.entries(layout).map(([id, [x, y]]) => {
    const [oldX, oldY] = before.layout[id] ?? [0, 0]
    return [x - oldX, y - oldY]
  })
  expect(moved[0]?.[1]).toBeGreaterThan(80)
  expect(new Set(moved.map(String)).size).toBe(1)
  await studio.undo()
  expect((await studio.readAgent()).layout).toEqual(before.layout)
})

test('arrow keys move the selection, say so, and are undone together', async ({ studio, page }) => {
  await openAgent(studio, chainAgent)
  const before = await studio.readAgent()
  await studio.card('second').click()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(page.getByRole('status').filter({ hasText: 'Moved 1 to the right' })).toBeAttached()
  const moved = await studio.readAgent()
  expect(moved.layout.second).toEqual([341, 16])
  expect(moved.layout.first).toEqual(before.layout.first)
  await studio.undo()
  expect((await studio.readAgent()).layout).toEqual(before.layout)
  await studio.redo()
  expect((await studio.readAgent()).layout).toEqual(moved.layout)
})

test('tidy puts the cards in order as one undo entry; of a selection, only those', async ({ studio, page }) => {
  const canvas = await openAgent(studio, chainAgent)
  await canvas.moveCard(studio.card('second'), -250, 180)
  const messy = await studio.readAgent()
  await canvas.controls.getByRole('button', { name: 'Tidy' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Tidied' })).toBeAttached()
  const { layout } = await studio.readAgent()
  const [first, second, third] = ['first', 'second', 'third'].map((id) => layout[id] ?? [0, 0])
  expect((second?.[0] ?? 0) - (first?.[0] ?? 0)).toBeGreaterThanOrEqual(256)
  expect((third?.[0] ?? 0) - (second?.[0] ?? 0)).toBeGreaterThanOrEqual(256)
  expect(first?.[1]).toBe(second?.[1])
  await studio.undo()
  expect((await studio.readAgent()).layout).toEqual(messy.layout)

  await studio.card('first').click()
  await studio.card('second').click({ modifiers: ['ControlOrMeta'] })
  await page.keyboard.press('Shift+Alt+KeyT')
  await expect(page.getByRole('status').filter({ hasText: 'Tidied' })).toBeAttached()
  const some = await studio.readAgent()
  expect(some.layout.third).toEqual(messy.layout.third)
  expect(some.layout.second).not.toEqual(messy.layout.second)
})

test('the controls zoom in and out, to 100 %, and fit the agent into the window', async ({ studio, page }) => {
  const canvas = await openAgent(studio, chainAgent)
  const percent = canvas.controls.getByRole('button', { name: /^Zoom to 100 %/ })
  const shown = async () => Number((await percent.textContent())?.replace(/\D/g, ''))
  await percent.click()
  await expect(percent).toHaveText('100 %')
  await canvas.controls.getByRole('button', { name: 'Zoom in' }).click()
  await expect(percent).toHaveText('110 %')
  await page.keyboard.press('-')
  await page.keyboard.press('-')
  await expect(percent).toHaveText('90 %')
  await canvas.controls.getByRole('button', { name: 'Zoom in' }).click()
  await expect(percent).toHaveText('100 %')
  for (const _ of [1, 2, 3]) await canvas.controls.getByRole('button', { name: 'Zoom in' }).click()
  await expect.poll(shown).toBeGreaterThan(130)
  await canvas.controls.getByRole('button', { name: 'Fit view' }).click()
  await expect.poll(shown).toBeLessThanOrEqual(100)
  // Transforms leave a fraction of a pixel outside.
  for (const id of ['START', 'first', 'third', 'END']) await expect(studio.card(id)).toBeInViewport({ ratio: 0.99 })
})

test('the wheel moves the canvas, with Mod it zooms', async ({ studio, page }) => {
  const canvas = await openAgent(studio, chainAgent)
  const middle = await canvas.at(0.5, 0.8)
  await page.mouse.move(middle.x, middle.y)
  const before = await studio.card('first').boundingBox()
  await page.mouse.wheel(0, 100)
  await expect.poll(async () => (await studio.card('first').boundingBox())?.y).toBeLessThan(before?.y ?? 0)
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -200)
  await page.keyboard.up('Control')
  await expect
    .poll(async () => (await studio.card('first').boundingBox())?.width)
    .toBeGreaterThan((before?.width ?? 0) * 1.05)
})

test('the overview is shown and hidden, and a press in it goes there', async ({ studio, page }) => {
  const canvas = await openAgent(studio, chainAgent)
  const toggle = canvas.controls.getByRole('button', { name: 'Overview' })
  if ((await toggle.getAttribute('aria-pressed')) === 'true') await toggle.click()
  await expect(canvas.overview).toBeHidden()
  await page.keyboard.press('m')
  await expect(canvas.overview).toBeVisible()
  await expect(toggle).toHaveAttribute('aria-pressed', 'true')
  const before = await studio.card('second').boundingBox()
  const box = await canvas.overview.boundingBox()
  if (!box) throw new Error('no overview')
  await page.mouse.click(box.x + 12, box.y + box.height / 2)
  // The left end of the agent comes into the middle, so the cards go right.
  await expect.poll(async () => (await studio.card('second').boundingBox())?.x).toBeGreaterThan((before?.x ?? 0) + 100)
})

test('the menus of card and canvas do what they say', async ({ studio, page }) => {
  const canvas = await openAgent(studio, chainAgent)
  await studio.card('first').click()
  await studio.card('third').click({ button: 'right' })
  await expect(studio.card('third')).toHaveClass(/selected/)
  await expect(canvas.selectedCards).toHaveCount(1)
  await canvas.menuItem('Duplicate').click()
  await expect(studio.cards).toHaveCount(4)
  await studio.card('third').click({ button: 'right' })
  await canvas.menuItem('Rename').click()
  await expect(studio.sidePanel.getByRole('textbox', { name: 'Name of the step' })).toBeFocused()
  await page.keyboard.type('Last')
  await expect(studio.card('third')).toContainText('Last')
  await studio.card('third').click({ button: 'right' })
  await canvas.menuItem('Delete').first().click()
  await expect(studio.card('third')).toHaveCount(0)

  const place = await canvas.at(0.5, 0.9)
  await page.mouse.click(place.x, place.y, { button: 'right' })
  await canvas.menuItem('Select all').click()
  await expect(canvas.selectedCards).toHaveCount(3)
  await page.mouse.click(place.x, place.y, { button: 'right' })
  await canvas.menuItem('Add a step').click()
  await expect(canvas.picker).toBeVisible()
})

test('a double click on a card opens its name', async ({ studio, page }) => {
  const canvas = await openAgent(studio, choiceAgent)
  const { x, y } = await canvas.grip(studio.card('keep'))
  await page.mouse.dblclick(x, y)
  await expect(studio.sidePanel.getByRole('textbox', { name: 'Name of the step' })).toBeFocused()
  await page.keyboard.type('Renamed')
  await expect(studio.card('keep')).toContainText('Renamed')
})
