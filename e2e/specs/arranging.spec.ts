import { toText } from '../pages/agents.ts'
import { CanvasView } from '../pages/CanvasView.ts'
import { expect, test } from '../pages/test.ts'

const step = (id: string) => ({
  id,
  strategyType: 'set',
  nodeName: id.toUpperCase(),
  config: { values: [{ field: 'log', value: id }] },
})

function agentAt(layout: Readonly<Record<string, readonly (number | string)[]>>): string {
  return toText({
    version: 1,
    name: 'Arranged',
    stateType: { name: 'State', fields: { log: { type: 'string' } } },
    steps: Object.keys(layout).map(step),
    layout,
  })
}

test('P pins a step: tidying leaves it where it is', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('arranged.agent.json', agentAt({ a: [0, 0], b: [300, 260], c: [90, 500] }))
  await studio.card('b').click()
  await page.keyboard.press('p')
  await expect(studio.card('b').getByRole('img', { name: 'Pinned' })).toBeVisible()
  await expect(page.getByRole('group', { name: 'B, pinned' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+Alt+t')
  await expect(page.getByText('Tidied')).toBeAttached()
  const { layout } = await studio.readAgent()
  expect(layout.b).toEqual([300, 260, 'pinned'])
  expect(layout.a?.[1]).toBe(260)
  expect(layout.c?.[1]).toBe(260)

  await studio.undo()
  expect((await studio.readAgent()).layout).toMatchObject({ a: [0, 0], c: [90, 500] })
  await studio.card('b').click({ button: 'right' })
  await new CanvasView(studio).menuItem('Pin').click()
  await expect(studio.card('b').getByRole('img', { name: 'Pinned' })).toHaveCount(0)
})

test('selected cards are aligned and distributed by menu, each as one undo entry', async ({ studio, page }) => {
  await studio.open()
  const places = { a: [0, 0], b: [40, 200], c: [20, 600] }
  await studio.importFile('arranged.agent.json', agentAt(places))
  await page.keyboard.press('ControlOrMeta+a')
  const canvas = new CanvasView(studio)
  const choose = async (name: string) => {
    await studio.card('b').click({ button: 'right' })
    await canvas.menuItem('Align').press('ArrowRight')
    await page.getByRole('menuitem', { name }).press('Enter')
    await expect(page.getByRole('menu')).toHaveCount(0)
  }
  await choose('Align left edges')
  await expect(page.getByText('Aligned at their left edges')).toBeAttached()
  expect((await studio.readAgent()).layout).toEqual({ a: [0, 0], b: [0, 200], c: [0, 600] })
  await choose('Distribute vertically')
  await expect(page.getByText('Distributed vertically')).toBeAttached()
  expect((await studio.readAgent()).layout).toEqual({ a: [0, 0], b: [0, 300], c: [0, 600] })
  await studio.undo()
  await studio.undo()
  expect((await studio.readAgent()).layout).toEqual(places)
})

test('a dragged card snaps into line with others, which lines show; Alt keeps it free', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('arranged.agent.json', agentAt({ a: [0, 0], b: [400, 300] }))
  await studio.card('a').click()
  const canvas = new CanvasView(studio)
  const zoom = await page.evaluate(() => {
    const flow = document.querySelector<HTMLElement>('.react-flow__viewport')
    return Number(/scale\((.+)\)/.exec(flow?.style.transform ?? '')?.[1])
  })
  const lines = page.getByTestId('helper-lines').locator('line')
  const from = await canvas.grip(studio.card('a'))
  await canvas.hold(from, { x: from.x + 60 * zoom, y: from.y + 303 * zoom })
  await expect(lines).not.toHaveCount(0)
  await canvas.letGo()
  await expect(lines).toHaveCount(0)
  expect((await studio.readAgent()).layout.a?.[1]).toBe(300)
  await studio.undo()

  const again = await canvas.grip(studio.card('a'))
  await page.keyboard.down('Alt')
  await canvas.drag(again, { x: again.x + 60 * zoom, y: again.y + 303 * zoom })
  await page.keyboard.up('Alt')
  expect((await studio.readAgent()).layout.a?.[1]).not.toBe(300)
})

test('cards snap to the grid when that is on, which is remembered', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('arranged.agent.json', agentAt({ a: [7, 3], b: [1400, 903] }))
  await page.locator('.react-flow__pane').click({ button: 'right', position: { x: 12, y: 12 } })
  const canvas = new CanvasView(studio)
  await canvas.menuItem('Snap to the grid').click()
  await expect(page.getByText('Cards snap to the grid')).toBeAttached()
  await studio.expectSaved()
  await studio.reload()
  await canvas.moveCard(studio.card('a'), 90, 70)
  const [x = 1, y = 1] = (await studio.readAgent()).layout.a ?? []
  expect([x % 20, y % 20]).toEqual([0, 0])
})
