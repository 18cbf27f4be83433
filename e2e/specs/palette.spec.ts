import { CanvasView } from '../pages/CanvasView.ts'
import { chainAgent } from '../pages/drawnAgents.ts'
import { expect, test } from '../pages/test.ts'

test.use({ viewport: { width: 1920, height: 1080 } })

test('a step in the hand is the card itself, at the zoom of the canvas, under the pointer', async ({ studio }) => {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  const canvas = new CanvasView(studio)
  await canvas.controls.getByRole('button', { name: 'Zoom out' }).click()
  await expect(canvas.controls.getByText('100 %')).toBeHidden()

  const place = await canvas.at(0.5, 0.75)
  await canvas.carry('Condition', place)
  await expect(canvas.ghost).toContainText('Condition')
  await expect(canvas.ghost).toContainText('Otherwise')
  const ghost = await canvas.ghost.boundingBox()
  await canvas.letGo()
  await expect(canvas.ghost).toBeHidden()

  const card = studio.card('condition')
  await expect(card).toContainText('Otherwise')
  const dropped = await card.boundingBox()
  for (const side of ['x', 'y', 'width', 'height'] as const) {
    expect(Math.abs((dropped?.[side] ?? 0) - (ghost?.[side] ?? 0)), side).toBeLessThan(3)
  }
})

test('Escape while dragging adds nothing, nor does letting go outside of the canvas', async ({ studio, page }) => {
  await studio.open()
  await studio.newAgent()
  const canvas = new CanvasView(studio)
  await canvas.carry('Output', await canvas.at(0.5, 0.5))
  await expect(canvas.ghost).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(canvas.ghost).toBeHidden()
  await canvas.letGo()
  await canvas.carry('Output', await canvas.middleOf(studio.sidePanel))
  await canvas.letGo()
  await expect(canvas.ghost).toBeHidden()
  await expect(studio.cards).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled()
})

test('a click adds beside the selected step and connects there, as one undo entry', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  await studio.card('third').click()
  await page.getByRole('button', { name: 'Add Output', exact: true }).click()
  const added = studio.card('output')
  await expect(added).toHaveClass(/selected/)
  const beside = await studio.card('third').boundingBox()
  const box = await added.boundingBox()
  expect(box?.x).toBeGreaterThan((beside?.x ?? 0) + (beside?.width ?? 0))
  expect(Math.abs((box?.y ?? 0) - (beside?.y ?? 0))).toBeLessThan(5)
  await expect(new CanvasView(studio).wire('third', 'output')).toBeAttached()
  await studio.undo()
  await expect(studio.cards).toHaveCount(3)
})

test('a click beside a step in the middle puts the new one behind it, as one undo entry', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  const canvas = new CanvasView(studio)
  await studio.card('first').click()
  await page.getByRole('button', { name: 'Add Output', exact: true }).click()
  await expect(canvas.wire('first', 'output')).toBeAttached()
  await expect(canvas.wire('output', 'second')).toBeAttached()
  await expect(canvas.wire('first', 'second')).toHaveCount(0)
  await studio.undo()
  await expect(studio.cards).toHaveCount(3)
  await expect(canvas.wire('first', 'second')).toBeAttached()
})

test('several clicks in a row never put one card on another', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  await studio.card('first').click()
  for (const _ of [1, 2, 3]) {
    await page.getByRole('button', { name: 'Add Set values', exact: true }).click()
    await studio.card('first').click()
  }
  const { layout } = await studio.readAgent()
  const places = Object.values(layout)
  expect(places).toHaveLength(6)
  for (const [index, [x, y]] of places.entries()) {
    for (const [otherX, otherY] of places.slice(index + 1)) {
      expect(Math.abs(x - otherX) >= 256 || Math.abs(y - otherY) >= 92, `${x},${y} and ${otherX},${otherY}`).toBe(true)
    }
  }
})

test('the search narrows the palette, Enter adds the first match, Escape empties it', async ({ studio, page }) => {
  await studio.open()
  await studio.newAgent()
  const palette = page.getByRole('region', { name: 'Steps', exact: true })
  const search = palette.getByRole('textbox', { name: 'Search steps' })
  await expect(palette.getByRole('button', { name: /^Add / }).first()).toBeVisible()
  const all = await palette.getByRole('button', { name: /^Add / }).count()
  await search.fill('javascript')
  await expect(palette.getByRole('button', { name: /^Add / })).toHaveCount(1)
  await search.fill('nothing like it')
  await expect(palette.getByText('No step matches “nothing like it”.')).toBeVisible()
  await search.press('Escape')
  await expect(search).toHaveValue('')
  await expect(palette.getByRole('button', { name: /^Add / })).toHaveCount(all)
  await search.fill('router')
  await search.press('Enter')
  await expect(studio.card('router')).toHaveClass(/selected/)
})

test('kinds of steps fold, and the arrow keys go through the steps', async ({ studio, page }) => {
  await studio.open()
  const palette = page.getByRole('region', { name: 'Steps', exact: true })
  const kind = palette.getByRole('button', { expanded: true }).first()
  const name = await kind.textContent()
  const before = await palette.getByRole('button', { name: /^Add / }).count()
  await kind.click()
  expect(await palette.getByRole('button', { name: /^Add / }).count()).toBeLessThan(before)
  await palette.getByRole('button', { name: name ?? '', expanded: false }).click()
  const items = palette.getByRole('button', { name: /^Add / })
  await items.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(items.nth(1)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(items.first()).toBeFocused()
})

const firstFields = [
  { title: 'Ask a model', field: 'Prompt', id: 'llm' },
  { title: 'Custom code', field: 'Code', id: 'custom' },
  { title: 'Output', field: 'Text', id: 'output' },
] as const

for (const { title, field, id } of firstFields) {
  test(`a dropped "${title}" is selected, its panel opens, and its ${field} takes what is typed`, async ({
    studio,
    page,
  }) => {
    await studio.open()
    await studio.newAgent()
    await studio.dragFromPalette(title, { x: 0.5, y: 0.5 })
    await expect(studio.card(id)).toHaveClass(/selected/)
    await expect(studio.setting(field)).toBeFocused()
    await page.keyboard.type('typed at once')
    await expect(studio.setting(field)).toContainText('typed at once')
  })
}

test('near a sensible source a wire is offered, and Tab takes it from the field that has the focus', async ({
  studio,
  page,
}) => {
  await studio.open()
  await studio.newAgent()
  const canvas = new CanvasView(studio)
  await studio.dragFromPalette('Set values', { x: 0.4, y: 0.5 })
  await studio.dragFromPalette('Output', { x: 0.62, y: 0.5 })
  await expect(canvas.offer).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: /Tab connects Set values to it/ })).toBeAttached()
  await expect(canvas.wire('set', 'output')).toHaveCount(0)
  await expect(studio.setting('Text')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(canvas.wire('set', 'output')).toBeAttached()
  await expect(canvas.offer).toBeHidden()
  // The offer is answered: from here on Tab goes from field to field again, and Shift+Tab back.
  await expect(studio.setting('Text')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(studio.setting('Text')).not.toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(studio.setting('Text')).toBeFocused()
})

test('Escape takes the offered wire back and nothing else, and a click on it takes it', async ({ studio, page }) => {
  await studio.open()
  await studio.newAgent()
  const canvas = new CanvasView(studio)
  await studio.dragFromPalette('Set values', { x: 0.4, y: 0.5 })
  await studio.dragFromPalette('Output', { x: 0.62, y: 0.5 })
  await expect(studio.setting('Text')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(canvas.offer).toBeHidden()
  await expect(studio.card('output')).toHaveClass(/selected/)
  await page.keyboard.press('Tab')
  await expect(canvas.wire('set', 'output')).toHaveCount(0)
  await studio.dragFromPalette('Condition', { x: 0.62, y: 0.75 })
  await canvas.offer.getByRole('button', { name: /^Connect/ }).click()
  await expect(canvas.wire('set', 'condition')).toBeAttached()
})

test('a step that would stand beyond the edge is brought into view', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  const canvas = new CanvasView(studio)
  for (const _ of [1, 2, 3, 4]) await canvas.controls.getByRole('button', { name: 'Zoom in' }).click()
  await page.getByRole('button', { name: 'Add Output', exact: true }).click()
  await canvas.expectInView(studio.card('output'))
  await page.keyboard.press('Escape')
  await canvas.leaveFields()
  await studio.undo()
  await canvas.pullWire(studio.card('third'), await canvas.at(0.98, 0.95))
  await canvas.letGo()
  await canvas.chooseInPicker('condition')
  await canvas.expectInView(studio.card('condition'))
})
