import type { Page } from '@playwright/test'
import { toText } from '../pages/agents.ts'
import { CanvasView } from '../pages/CanvasView.ts'
import { RunView } from '../pages/RunView.ts'
import type { AgentFile, StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'

const step = (id: string) => ({
  id,
  strategyType: 'set',
  nodeName: id.toUpperCase(),
  config: { values: [{ field: 'log', value: `{log} ${id}` }] },
})
const places = { a: [0, 0], b: [340, 0], c: [680, 0], d: [1020, 0] }

function agent(more: object = {}): string {
  return toText({
    version: 1,
    name: 'Grouped',
    stateType: { name: 'State', fields: { log: { type: 'string', default: '' } } },
    steps: Object.keys(places).map(step),
    notes: [{ id: 'note-1', text: 'Both of these', position: [340, 140], size: [240, 100] }],
    ...more,
    layout: places,
  })
}

type Grouped = AgentFile & {
  readonly groups?: readonly Readonly<Record<string, unknown>>[]
  readonly notes?: readonly { readonly position: readonly number[] }[]
}

const readGroups = async (studio: StudioPage) => (await studio.readAgent()) as Grouped

const title = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^Group ${name}, `) })

test('Mod+G groups cards and notes; the title moves them all, a double click renames it, all is undone', async ({
  studio,
  page,
}) => {
  await studio.open()
  await studio.importFile('grouped.agent.json', agent())
  await studio.card('b').click()
  await studio.card('c').click({ modifiers: ['ControlOrMeta'] })
  await page.locator('.react-flow__node-note').click({ modifiers: ['ControlOrMeta'] })
  await page.keyboard.press('ControlOrMeta+g')
  await expect(title(page, 'Group')).toHaveText('Group')
  await expect(page.getByText('Group: grouped 3 cards')).toBeAttached()

  await title(page, 'Group').dblclick()
  const name = page.getByRole('textbox', { name: 'Name of the group' })
  await name.fill('Middle part')
  await name.press('Enter')
  await expect(title(page, 'Middle part')).toBeVisible()
  await title(page, 'Middle part').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Make it blue' }).click()
  await expect(page.getByRole('menu')).toHaveCount(0)
  const before = await readGroups(studio)
  expect(before.groups).toEqual([
    { id: 'group-1', title: 'Middle part', colour: 'blue', steps: ['b', 'c'], notes: ['note-1'] },
  ])

  await page.keyboard.press('Escape')
  const canvas = new CanvasView(studio)
  const from = await canvas.middleOf(title(page, 'Middle part'))
  await page.keyboard.down('Alt')
  await canvas.drag(from, { x: from.x + 40, y: from.y + 90 })
  await page.keyboard.up('Alt')
  const { layout, notes } = await readGroups(studio)
  const [dx, dy] = [(layout.b?.[0] ?? 0) - 340, layout.b?.[1] ?? 0]
  expect(dx).toBeGreaterThan(0)
  expect(dy).toBeGreaterThan(0)
  expect(layout).toEqual({ a: [0, 0], b: [340 + dx, dy], c: [680 + dx, dy], d: [1020, 0] })
  expect(notes?.[0]?.position).toEqual([340 + dx, 140 + dy])

  for (let times = 0; times < 4; times += 1) await studio.undo()
  await expect(page.locator('.react-flow__node-frame')).toHaveCount(0)
  expect((await readGroups(studio)).layout).toEqual(places)
})

test('a group is collapsed to one card its wires lead to, moved as one, opened, and kept in the file', async ({
  studio,
  page,
}) => {
  await studio.open()
  const groups = [{ id: 'g', title: 'Work', colour: 'green', steps: ['b', 'c'] }]
  await studio.importFile('grouped.agent.json', agent({ groups }))
  await page.getByRole('button', { name: 'Collapse Work' }).click()
  await expect(studio.card('b')).toHaveCount(0)
  const canvas = new CanvasView(studio)
  await expect(canvas.wireCalled('A → Work')).toBeAttached()
  await expect(canvas.wireCalled('Work → D')).toBeAttached()
  await expect(canvas.wire('b', 'c')).toHaveCount(0)

  await title(page, 'Work').click()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByText('Moved 8 to the bottom')).toBeAttached()
  await studio.expectSaved()
  await studio.reload()
  await expect(page.getByRole('button', { name: 'Open Work' })).toBeVisible()
  await expect(studio.card('b')).toHaveCount(0)
  await expect(canvas.wireCalled('A → Work')).toBeAttached()
  await expect(canvas.wireCalled('Work → D')).toBeAttached()
  const { layout, groups: kept } = await readGroups(studio)
  expect(layout).toEqual({ ...places, b: [340, 8], c: [680, 8] })
  expect(kept).toEqual([{ id: 'g', title: 'Work', colour: 'green', steps: ['b', 'c'], collapsed: true }])

  await studio.run()
  await new RunView(page).allow()
  await studio.expectRun('Done')
  await expect(page.locator('.react-flow__node-frame').getByLabel('Done')).toBeVisible()
  await page.getByRole('button', { name: 'Open Work' }).click()
  await expect(studio.card('b')).toBeVisible()
  await expect(canvas.wire('b', 'c')).toBeAttached()
})

test('a collapsed group tells of the problems in it', async ({ studio, page }) => {
  await studio.open()
  const groups = [{ id: 'g', title: 'Work', colour: 'green', steps: ['b', 'c'], collapsed: true }]
  const faulty = { ...step('c'), config: { values: [{ field: 'log', value: '{nobody}' }] } }
  await studio.importFile(
    'grouped.agent.json',
    agent({ groups, steps: ['a', 'b', 'c', 'd'].map((id) => (id === 'c' ? faulty : step(id))) }),
  )
  await expect(page.locator('.react-flow__node-frame').getByLabel('One problem')).toBeVisible()
})

test('by keyboard: group, collapse, rename and ungroup; the cards stay', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('grouped.agent.json', agent())
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+g')
  await expect(title(page, 'Group')).toHaveText('Group')
  await page.keyboard.press('F2')
  const name = page.getByRole('textbox', { name: 'Name of the group' })
  await expect(name).toBeFocused()
  await page.keyboard.insertText('Everything')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Renamed to Everything')).toBeAttached()
  await page.keyboard.press('Shift+G')
  await expect(page.getByRole('button', { name: 'Open Everything' })).toBeVisible()
  await expect(studio.cards).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+Shift+g')
  await expect(page.getByText('Ungrouped Everything')).toBeAttached()
  await expect(studio.cards).toHaveCount(4)
  expect((await readGroups(studio)).groups).toBeUndefined()
})
