import { CanvasView } from '../pages/CanvasView.ts'
import type { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'

test.use({ viewport: { width: 1920, height: 1080 } })

async function openAgent(studio: StudioPage, agent: string): Promise<CanvasView> {
  await studio.open()
  await studio.importFile('drawn.agent.json', agent)
  return new CanvasView(studio)
}

test('an agent of hundreds of steps opens as a picture of all, with the cards mounted that are seen', async ({
  studio,
}) => {
  const steps = Array.from({ length: 600 }, (_, index) => ({
    id: `s${index}`,
    strategyType: 'set',
    config: { values: [{ field: 'text', value: 'x' }] },
  }))
  const canvas = await openAgent(
    studio,
    JSON.stringify({ version: 1, name: 'Long', stateType: { name: 'S', fields: { text: { type: 'string' } } }, steps }),
  )
  await expect(studio.cards.first()).toBeVisible()
  expect(await studio.cards.count()).toBeLessThan(60)
  await canvas.controls.getByRole('button', { name: 'Fit view' }).click()
  await expect(canvas.controls.getByText(/^\d+ %$/)).toHaveText(/^[1-9] %$/)
  expect(await studio.cards.count()).toBeLessThan(60)
})

test('seen whole from far away, an agent keeps all of its wires', async ({ studio, page }) => {
  await studio.open()
  await studio.openExample('Story in chapters')
  const wires = page.locator('.react-flow__edge')
  await new CanvasView(studio).controls.getByRole('button', { name: 'Fit view' }).click()
  await expect(page.locator('.react-flow__node')).toHaveCount(10)
  await expect(wires).toHaveCount(11)
})

test('seen from far away, the names of steps can still be read', async ({ studio, page }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await studio.open()
  await studio.openExample('Story in chapters')
  const canvas = new CanvasView(studio)
  await canvas.controls.getByRole('button', { name: 'Fit view' }).click()
  await expect(canvas.controls.getByText(/^\d+ %$/)).toHaveText(/^[1-3]\d %$/)
  const name = studio.cards.getByText('Revise', { exact: true })
  await expect(name).toBeVisible()
  expect((await name.boundingBox())?.height).toBeGreaterThan(8)
})

test('an agent that fits opens whole; where details would be too small, names stand in their place', async ({
  studio,
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await studio.open()
  await studio.openExample('Draft, critique, revise')
  const canvas = new CanvasView(studio)
  await expect(canvas.controls.getByText(/^\d+ %$/)).toHaveText(/^[34]\d %$/)
  await expect(page.locator('.react-flow__node')).toHaveCount(8)
  const name = studio.cards.getByText('Critique', { exact: true })
  const details = studio.cards.getByText(/to write critique/)
  expect((await name.boundingBox())?.height).toBeGreaterThan(9)
  await expect(details).toHaveCSS('opacity', '0')
  await canvas.controls.getByRole('button', { name: /^Zoom to 100 %/ }).click()
  await expect(details).toHaveCSS('opacity', '1')
})

test('a wire that leads past steps goes round them, and steps without places stand from left to right', async ({
  studio,
}) => {
  const step = (id: string) => ({ id, strategyType: 'set', config: {} })
  const [start, first] = [
    { from: 'START', to: 'one' },
    { from: 'one', to: 'two' },
  ]
  const edges = [start, first, { from: 'two', to: 'three' }, { from: 'one', to: 'three' }]
  const file = {
    version: 1,
    name: 'Past',
    stateType: { name: 'S', fields: {} },
    steps: ['one', 'two', 'three'].map(step),
    edges,
  }
  const canvas = await openAgent(studio, JSON.stringify(file))
  const lefts = await Promise.all(
    ['one', 'two', 'three'].map(async (id) => (await studio.card(id).boundingBox())?.x ?? 0),
  )
  expect(lefts).toEqual(lefts.toSorted((a, b) => a - b))
  expect(new Set(lefts).size).toBe(3)

  const layout = { one: [0, 0], two: [340, 0], three: [680, 0] } as const
  await studio.importFile('past.agent.json', JSON.stringify({ ...file, name: 'In the way', layout }))
  await expect(studio.page.getByRole('textbox', { name: 'Agent name' })).toHaveValue('In the way')
  const [left, top] = layout.two
  const size = await studio
    .card('two')
    .evaluate(({ offsetWidth, offsetHeight }: HTMLElement) => [offsetWidth, offsetHeight])
  const points = await canvas
    .wire('one', 'three')
    .locator('path')
    .first()
    .evaluate((path: SVGPathElement) => {
      const length = path.getTotalLength()
      return Array.from({ length: 101 }, (_, share) => path.getPointAtLength((length * share) / 100)).map(
        ({ x, y }) => [x, y],
      )
    })
  const [width = 0, height = 0] = size
  const onCard = points.filter(([x = 0, y = 0]) => x > left && x < left + width && y > top && y < top + height)
  expect(onCard).toEqual([])
})
