import { toText } from '../pages/agents.ts'
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

test('a wire from dot to dot connects, by name of the exit where there are several', async ({ studio }) => {
  const canvas = await openAgent(studio, choiceAgent)
  await studio.connect(studio.card('keep'), studio.card('loose'))
  await expect(canvas.wire('keep', 'loose')).toBeAttached()
  await studio.connect(studio.card('choose'), studio.card('loose'), 'long')
  const { edges } = await studio.readAgent()
  expect(edges).toContainEqual({ from: 'keep', to: 'loose' })
  expect(edges).toContainEqual({ from: 'choose', exit: 'long', to: 'loose' })
})

test('letting go on the body of a card connects to its entry', async ({ studio }) => {
  const canvas = await openAgent(studio, choiceAgent)
  const body = await studio.card('loose').boundingBox()
  if (!body) throw new Error('no card')
  await canvas.pullWire(studio.card('shorten'), { x: body.x + body.width * 0.6, y: body.y + body.height * 0.8 })
  await canvas.letGo()
  await expect(canvas.wire('shorten', 'loose')).toBeAttached()
  await expect(canvas.picker).toBeHidden()
})

test('a wire let go of over nothing asks what comes next: one undo entry takes step and wire back', async ({
  studio,
  page,
}) => {
  const canvas = await openAgent(studio, choiceAgent)
  const place = await canvas.at(0.75, 0.85)
  await canvas.pullWire(studio.card('keep'), place)
  await canvas.letGo()
  await expect(canvas.picker).toBeVisible()
  const box = await canvas.picker.boundingBox()
  expect(box && box.x + box.width <= 1920 && box.y + box.height <= 1080).toBe(true)
  await canvas.chooseInPicker('output')
  await expect(canvas.wire('keep', 'output')).toBeAttached()
  await expect(studio.card('output')).toHaveClass(/selected/)

  await studio.undo()
  await expect(studio.card('output')).toHaveCount(0)
  await expect(canvas.wire('keep', 'output')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled()
  await studio.redo()
  await expect(canvas.wire('keep', 'output')).toBeAttached()
})

test('the picker closes with Escape or a click elsewhere and leaves no trace', async ({ studio, page }) => {
  const canvas = await openAgent(studio, choiceAgent)
  const place = await canvas.at(0.75, 0.85)
  await canvas.pullWire(studio.card('keep'), place)
  await canvas.letGo()
  await expect(canvas.picker).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(canvas.picker).toBeHidden()
  await canvas.pullWire(studio.card('keep'), place)
  await canvas.letGo()
  await expect(canvas.picker).toBeVisible()
  await page.mouse.click(place.x - 150, place.y)
  await expect(canvas.picker).toBeHidden()
  await expect(studio.cards).toHaveCount(4)
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled()
})

test('the picker shows what was picked before first', async ({ studio }) => {
  const canvas = await openAgent(studio, choiceAgent)
  await canvas.pullWire(studio.card('keep'), await canvas.at(0.75, 0.85))
  await canvas.letGo()
  await canvas.chooseInPicker('set values')
  await canvas.pullWire(studio.card('shorten'), await canvas.at(0.75, 0.15))
  await canvas.letGo()
  await expect(canvas.picker.getByText('Recent')).toBeVisible()
  await expect(canvas.picker.getByRole('option').first()).toContainText('Set values')
})

test('a wire pulled backwards out of an entry makes a step that leads there', async ({ studio }) => {
  const canvas = await openAgent(studio, choiceAgent)
  await canvas.hold(await canvas.middleOf(canvas.entryOf(studio.card('loose'))), await canvas.at(0.05, 0.9))
  await canvas.letGo()
  await canvas.chooseInPicker('set values')
  await expect(canvas.wire('set', 'loose')).toBeAttached()
})

test('Escape lets go of the wire and of nothing else', async ({ studio, page }) => {
  const canvas = await openAgent(studio, choiceAgent)
  await studio.card('keep').click()
  await canvas.pullWire(studio.card('keep'), await canvas.middleOf(studio.card('loose')))
  await page.keyboard.press('Escape')
  await expect(page.locator('.react-flow__connection')).toBeHidden()
  await canvas.letGo()
  await expect(canvas.wire('keep', 'loose')).toHaveCount(0)
  await expect(canvas.picker).toBeHidden()
  await expect(studio.card('keep')).toHaveClass(/selected/)
})

const refusals = [
  { what: 'a second wire of the same kind', from: 'first', to: 'second', reason: 'These two are connected already.' },
  {
    what: 'a step that always leads to itself',
    from: 'third',
    to: 'third',
    reason: 'A step that always leads to itself would never end.',
  },
  { what: 'a way back into the start', from: 'third', to: 'START', reason: 'Nothing can lead into the start.' },
  { what: 'an agent without a step', from: 'START', to: 'END', reason: 'An agent needs a step between start and end.' },
] as const

for (const { what, from, to, reason } of refusals) {
  test(`${what} is refused with its reason while it is dragged, and leaves nothing`, async ({ studio, page }) => {
    const canvas = await openAgent(studio, chainAgent)
    const before = await studio.wires.count()
    await canvas.pullWire(studio.card(from), await canvas.middleOf(studio.card(to)))
    await expect(page.locator('.react-flow__connection').getByText(reason)).toBeVisible()
    await expect(page.locator('.react-flow__connection path').first()).toHaveCSS('stroke-dasharray', /6/)
    await canvas.letGo()
    // It stays to be read after the wire is gone.
    await expect(page.locator('.react-flow__connection')).toBeHidden()
    await expect(canvas.refusal(reason)).toBeVisible()
    await expect(canvas.picker).toBeHidden()
    await expect(studio.wires).toHaveCount(before)
    await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled()
  })
}

test('a wire let go of on the start may lead back to the first step instead', async ({ studio, page }) => {
  const canvas = await openAgent(studio, chainAgent)
  await canvas.pullWire(studio.card('third'), await canvas.middleOf(studio.startCard))
  await canvas.letGo()
  await page.getByRole('button', { name: 'Lead back to First' }).click()
  await expect(canvas.wire('third', 'first')).toBeAttached()
  await expect(canvas.refusal('Nothing can lead into the start.')).toBeHidden()
  await studio.undo()
  await expect(canvas.wire('third', 'first')).toHaveCount(0)
})

test('between a step and itself another one can be put, connected on both sides as one entry', async ({
  studio,
  page,
}) => {
  const canvas = await openAgent(studio, chainAgent)
  const { x, y } = await canvas.middleOf(studio.card('third'))
  await canvas.pullWire(studio.card('third'), { x, y: y + 20 })
  await canvas.letGo()
  await page.getByRole('button', { name: 'Put a step between' }).click()
  await canvas.chooseInPicker('condition')
  await expect(canvas.wire('third', 'condition')).toBeAttached()
  await expect(canvas.wire('condition', 'third')).toBeAttached()
  await canvas.expectInView(studio.card('condition'))
  await studio.undo()
  await expect(studio.card('condition')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled()
})

test('a wire pulled backwards and let go of on the body of a card comes from its exit, or from that of the row', async ({
  studio,
}) => {
  const canvas = await openAgent(studio, choiceAgent)
  const entry = await canvas.middleOf(canvas.entryOf(studio.card('loose')))
  await canvas.hold(entry, await canvas.middleOf(studio.card('keep')))
  await canvas.letGo()
  await expect(canvas.wire('keep', 'loose')).toBeAttached()
  const row = await canvas.middleOf(canvas.exitOf(studio.card('choose'), 'long'))
  await canvas.hold(entry, { x: row.x - 90, y: row.y })
  await canvas.letGo()
  const { edges } = await studio.readAgent()
  expect(edges).toContainEqual({ from: 'choose', exit: 'long', to: 'loose' })
})

test('a wire back to an earlier step is a loop that says its limit, and the limit can be edited', async ({
  studio,
  page,
}) => {
  const canvas = await openAgent(studio, choiceAgent)
  await studio.connect(studio.card('shorten'), studio.card('choose'))
  await expect(canvas.wire('shorten', 'choose')).toBeAttached()
  const label = canvas.wireLabel(/loop · at most \d+ steps/)
  await expect(label).toBeVisible()
  await studio.sidePanel.getByRole('tab', { name: 'Agent' }).click()
  const limit = studio.sidePanel.getByRole('region', { name: 'Graph' }).getByLabel('Most rounds')
  await limit.fill('7')
  await page.keyboard.press('Tab')
  await expect(canvas.wireLabel('loop · at most 7 steps')).toBeVisible()
})

test('wires carry the names of routes, also after a route is renamed', async ({ studio }) => {
  const canvas = await openAgent(studio, choiceAgent)
  await expect(canvas.wireLabel('long')).toBeVisible()
  await expect(canvas.wireLabel('Otherwise')).toBeVisible()
  await studio.card('choose').click()
  await studio.sidePanel.getByRole('textbox', { name: 'Name', exact: true }).fill('very long')
  await expect(canvas.wireLabel('very long')).toBeVisible()
  await expect(canvas.wireCalled('Choose · very long → Shorten')).toBeAttached()
  const { edges } = await studio.readAgent()
  expect(edges).toContainEqual({ from: 'choose', exit: 'very long', to: 'shorten' })
})

test('a step dropped on a wire goes into it, and what follows makes room: one undo entry', async ({ studio }) => {
  const canvas = await openAgent(studio, chainAgent)
  const before = await studio.exportFile()
  const wire = canvas.wire('first', 'second')
  await canvas.carry('Output', await canvas.onWire(wire))
  await canvas.letGo()
  await expect(canvas.wire('first', 'output')).toBeAttached()
  await expect(canvas.wire('output', 'second')).toBeAttached()
  await expect(wire).toHaveCount(0)
  const { layout } = await studio.readAgent()
  const [x] = layout.output ?? [0]
  expect((layout.second?.[0] ?? 0) - x).toBeGreaterThanOrEqual(256)
  expect((layout.third?.[0] ?? 0) - (layout.second?.[0] ?? 0)).toBe(340)
  await studio.undo()
  expect((await studio.exportFile()).text).toBe(before.text)
})

test('+ on a wire inserts a step, × removes the wire', async ({ studio, page }) => {
  const canvas = await openAgent(studio, chainAgent)
  await canvas.pointAtWire(canvas.wire('second', 'third'))
  // As large on the screen as a finger or an unsteady hand needs, however far away the canvas is.
  for (const name of ['Insert a step here', 'Remove connection']) {
    const box = await page.getByRole('button', { name }).boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(23.9)
  }
  await page.getByRole('button', { name: 'Insert a step here' }).click()
  await canvas.chooseInPicker('custom code')
  await expect(canvas.wire('second', 'custom')).toBeAttached()
  await expect(canvas.wire('custom', 'third')).toBeAttached()

  await canvas.pointAtWire(canvas.wire('first', 'second'))
  await page.getByRole('button', { name: 'Remove connection' }).click()
  await expect(canvas.wire('first', 'second')).toHaveCount(0)
  await studio.undo()
  await expect(canvas.wire('first', 'second')).toBeAttached()
})

test('the end of a wire can be put on another card, as one undo entry', async ({ studio, page }) => {
  const canvas = await openAgent(studio, choiceAgent)
  const wire = canvas.wire('choose', 'keep')
  const end = await canvas.onWire(wire, 1)
  await canvas.hold({ x: end.x - 26, y: end.y }, await canvas.middleOf(canvas.entryOf(studio.card('loose'))))
  await canvas.letGo()
  await expect(canvas.wire('choose', 'loose')).toBeAttached()
  await expect(wire).toHaveCount(0)
  const { edges } = await studio.readAgent()
  expect(edges).toContainEqual({ from: 'choose', exit: 'else', to: 'loose' })
  await studio.undo()
  await expect(wire).toBeAttached()
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled()
})

test('a selected wire goes with Delete, and its menu removes it too', async ({ studio, page }) => {
  const canvas = await openAgent(studio, choiceAgent)
  const wire = canvas.wire('choose', 'shorten')
  const point = await canvas.onWire(wire, 0.25)
  await page.mouse.click(point.x, point.y)
  await page.keyboard.press('Delete')
  await expect(wire).toHaveCount(0)
  await studio.undo()
  await page.mouse.click(point.x, point.y, { button: 'right' })
  await canvas.menuItem('Remove connection').click()
  await expect(wire).toHaveCount(0)
})

test('deleting a step between two joins its neighbours; Mod+Delete does not', async ({ studio, page }) => {
  const canvas = await openAgent(studio, chainAgent)
  await studio.card('second').click()
  await page.keyboard.press('Delete')
  await expect(studio.cards).toHaveCount(2)
  await expect(canvas.wire('first', 'third')).toBeAttached()
  await studio.undo()
  await studio.card('second').click()
  await page.keyboard.press('ControlOrMeta+Delete')
  await expect(studio.cards).toHaveCount(2)
  await expect(canvas.wire('first', 'third')).toHaveCount(0)
})

test('by keyboard: C, the step, Enter; a refusal is said where one chooses', async ({ studio, page }) => {
  const canvas = await openAgent(studio, choiceAgent)
  await studio.card('keep').click()
  await page.keyboard.press('c')
  await expect(page.getByRole('dialog', { name: 'Connect to which step?' })).toBeVisible()
  await page.keyboard.type('loose')
  await page.keyboard.press('Enter')
  await expect(canvas.wire('keep', 'loose')).toBeAttached()
  await expect(page.getByRole('status').filter({ hasText: /Connected keep to loose/i })).toBeAttached()

  await page.keyboard.press('c')
  await page.keyboard.type('loose')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('These two are connected already.')
  await page.keyboard.press('Escape')
  await studio.card('choose').click()
  await page.keyboard.press('c')
  await expect(page.getByRole('dialog', { name: 'Connect from which exit?' })).toBeVisible()
  await page.keyboard.type('long')
  await page.keyboard.press('Enter')
  await page.keyboard.type('loose')
  await page.keyboard.press('Enter')
  const { edges } = await studio.readAgent()
  expect(edges).toContainEqual({ from: 'choose', exit: 'long', to: 'loose' })
})

test('deleting a step with several ways on says what has lost its way in, and Undo is there', async ({
  studio,
  page,
}) => {
  await studio.open()
  await studio.importFile('choice.agent.json', choiceAgent)
  const canvas = new CanvasView(studio)
  await studio.card('choose').click()
  await page.keyboard.press('Delete')
  await expect(studio.card('choose')).toHaveCount(0)
  const note = page.getByText('3 connections went with it. Nothing leads to Shorten, Keep any more.')
  await expect(note).toBeVisible()
  await page.locator('[data-sonner-toast]').filter({ has: note }).getByRole('button', { name: 'Undo' }).click()
  await expect(canvas.wire('choose', 'shorten')).toBeAttached()
  await expect(canvas.wire('choose', 'keep')).toBeAttached()
})

test('a wire that is taken whatever the exit is drawn', async ({ studio }) => {
  const steps = [{ id: 'ask', strategyType: 'human', config: { mode: 'approve', text: 'Well?' } }]
  await studio.open()
  await studio.importFile(
    'asks.agent.json',
    toText({ version: 1, name: 'Asks', stateType: { name: 'S', fields: {} }, steps }),
  )
  const canvas = new CanvasView(studio)
  await expect(canvas.wire('START', 'ask')).toBeVisible()
  await expect(canvas.wire('ask', 'END')).toBeVisible()
})

const waysOfAdding: Readonly<Record<string, (canvas: CanvasView) => Promise<unknown>>> = {
  'a click in the palette': async ({ studio, page }) => {
    await studio.card('third').click()
    await page.getByRole('button', { name: 'Add Ask a person', exact: true }).click()
  },
  'its key': async (canvas) => {
    await canvas.studio.card('third').click()
    await canvas.leaveFields()
    await canvas.page.keyboard.press('n')
    await canvas.chooseInPicker('ask a person')
  },
  'the + on the wire': async (canvas) => {
    await canvas.pointAtWire(canvas.wire('third', 'END'))
    await canvas.page.getByRole('button', { name: 'Insert a step here' }).click()
    await canvas.chooseInPicker('ask a person')
  },
  'a drop on the wire': async (canvas) => {
    await canvas.carry('Ask a person', await canvas.onWire(canvas.wire('third', 'END')))
    await canvas.letGo()
  },
}

for (const [gesture, add] of Object.entries(waysOfAdding)) {
  test(`a step with several exits before the end goes there by its first one: ${gesture}`, async ({ studio, page }) => {
    const canvas = await openAgent(studio, chainAgent)
    await add(canvas)
    await expect(studio.card('human')).toHaveClass(/selected/)
    const { edges } = await studio.readAgent()
    expect(edges?.slice(-2)).toEqual([
      { from: 'third', to: 'human' },
      { from: 'human', exit: 'approved', to: 'END' },
    ])
    await expect(canvas.wireLabel('Approved')).toBeVisible()
    await studio.undo()
    await expect(studio.cards).toHaveCount(3)
    await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled()
  })
}

test('what the first exit leads to takes the place of the end, and the other exit is left open', async ({ studio }) => {
  const canvas = await openAgent(studio, chainAgent)
  await studio.card('third').click()
  await studio.page.getByRole('button', { name: 'Add Ask a person', exact: true }).click()
  await studio.connect(studio.card('human'), studio.card('first'), 'Rejected')
  await expect(canvas.wire('human', 'first')).toBeAttached()
  await expect(canvas.wire('human', 'END')).toHaveCount(1)
  await studio.connect(studio.card('human'), studio.card('second'), 'Approved')
  await expect(canvas.wire('human', 'END')).toHaveCount(0)
  const { edges = [] } = await studio.readAgent()
  expect(edges.filter(({ from }) => from === 'human')).toEqual([
    { from: 'human', exit: 'rejected', to: 'first' },
    { from: 'human', exit: 'approved', to: 'second' },
  ])
})
