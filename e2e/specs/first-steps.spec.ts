import { CanvasView } from '../pages/CanvasView.ts'
import { chainAgent } from '../pages/drawnAgents.ts'
import { expect, test } from '../pages/test.ts'

test('an empty agent says how to begin, and calls nothing wrong before it is run', async ({ studio, page }) => {
  await studio.open()
  await studio.newAgent()
  await expect(page.getByRole('button', { name: 'Problems: No steps yet' })).toBeVisible()
  await expect(studio.sidePanel.getByText('Start with a step')).toBeVisible()
  await studio.run()
  await expect(studio.runPanel.getByRole('alert')).toContainText('There is nothing to run yet.')

  const canvas = new CanvasView(studio)
  const hint = page.getByRole('button', { name: /^Add the first step/ })
  const place = await hint.boundingBox()
  await hint.click()
  await canvas.chooseInPicker('Output')
  await expect(hint).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Problems: 1 warning' })).toBeVisible()
  await expect(canvas.wire('START', 'output')).toBeAttached()
  const card = await studio.card('output').boundingBox()
  expect(Math.abs((card?.width ?? 0) - (place?.width ?? 0))).toBeLessThan(3)
  await studio.undo()
  await expect(hint).toBeVisible()
})

test('every built-in step is in sight without scrolling', async ({ studio, page }) => {
  await studio.open()
  const items = page.getByRole('button', { name: /^Add / }).and(page.locator('[data-step-type]'))
  await expect(items).toHaveCount(13)
  await expect(items.last()).toBeInViewport({ ratio: 1 })
  // What a step does is told where one looks for it.
  await page.getByRole('textbox', { name: 'Search steps' }).fill('person')
  await expect(page.getByRole('button', { name: 'Add Ask a person' })).toContainText('Waits until a person')
})

test('a step dropped on another one stands beside it', async ({ studio }) => {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  const canvas = new CanvasView(studio)
  await canvas.carry('Output', await canvas.middleOf(studio.card('second')))
  await canvas.letGo()
  await expect(studio.cards).toHaveCount(4)
  const { layout } = await studio.readAgent()
  const [x = 0, y = 0] = layout.output ?? []
  for (const [id, [left, top]] of Object.entries(layout)) {
    if (id !== 'output') expect(Math.abs(left - x) >= 256 || Math.abs(top - y) >= 92, id).toBe(true)
  }
})
