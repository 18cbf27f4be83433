import { toText } from '../pages/agents.ts'
import { CanvasView } from '../pages/CanvasView.ts'
import { chainAgent, choiceAgent } from '../pages/drawnAgents.ts'
import { OutlineView } from '../pages/OutlineView.ts'
import { RunView } from '../pages/RunView.ts'
import type { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'

async function openAgent(studio: StudioPage, agent: string): Promise<OutlineView> {
  await studio.open()
  await studio.importFile('agent.agent.json', agent)
  const outline = new OutlineView(studio)
  await outline.open()
  return outline
}

test('the outline opens with the focus on the step that is selected', async ({ studio, page }) => {
  await studio.open()
  await studio.card('reply').click()
  await page.keyboard.press('o')
  await expect(new OutlineView(studio).step('reply')).toBeFocused()
})

test('O opens and closes the outline, which tells the agent in the order of a run', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('choice.agent.json', choiceAgent)
  const outline = new OutlineView(studio)
  await page.keyboard.press('o')
  await expect(outline.focused).toHaveCount(1)
  await expect(outline.rows).toHaveText([
    /^Start/,
    /next → Choose/,
    /^Choose/,
    /long → Shorten/,
    /Otherwise → Keep/,
    /^Shorten/,
    /next → End/,
    /^Keep/,
    /next → End/,
    /^End/,
    /^Loose.*Not reached/,
    /next → End/,
  ])
  await expect(outline.step('loose')).toHaveAccessibleName(/^Loose, Set values, Not reached/)
  await page.keyboard.press('o')
  await expect(outline.panel).toBeHidden()
})

test('arrows, Home, End and letters go from row to row; folding hides the ways on', async ({ studio, page }) => {
  const outline = await openAgent(studio, choiceAgent)
  await page.keyboard.press('Home')
  await expect(outline.row(/^Start/)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(outline.step('choose')).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(outline.ways('choose')).toHaveCount(0)
  await expect(outline.step('choose')).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('ArrowRight')
  await expect(outline.ways('choose')).toHaveCount(2)
  await page.keyboard.press('ArrowRight')
  await expect(outline.step('choose').getByRole('button', { name: 'Menu of Choose' })).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(outline.step('choose')).toBeFocused()
  await page.keyboard.press('End')
  await expect(outline.rows.last()).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(outline.step('loose')).toBeFocused()
  // `k` is the key of no command, `c` of one: after a slash it is a letter, too.
  await page.keyboard.press('k')
  await expect(outline.step('keep')).toBeFocused()
  await page.keyboard.type('/c')
  await expect(outline.step('choose')).toBeFocused()
})

test('the selection is that of the canvas, both ways', async ({ studio, page }) => {
  const outline = await openAgent(studio, chainAgent)
  const canvas = new CanvasView(studio)
  await studio.card('second').click()
  await expect(outline.step('second')).toHaveAttribute('aria-selected', 'true')
  await outline.open()
  await expect(outline.step('second')).toBeFocused()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(canvas.selectedCards).toHaveCount(2)
  await expect(studio.card('third')).toHaveClass(/selected/)
  await page.keyboard.press('Space')
  await expect(canvas.selectedCards).toHaveCount(1)
  await page.keyboard.press('ControlOrMeta+a')
  await expect(canvas.selectedCards).toHaveCount(3)
  await expect(outline.grid.locator('[aria-selected="true"]')).toHaveCount(3)
  await outline.step('first').click()
  await expect(canvas.selectedCards).toHaveCount(1)
})

test('the keys of the canvas work on the row with the focus, which is never lost', async ({ studio, page }) => {
  const outline = await openAgent(studio, chainAgent)
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('d')
  await expect(outline.step('first')).toHaveAccessibleName(/Disabled/)
  await page.keyboard.press('d')
  await page.keyboard.press('p')
  await page.keyboard.press('F9')
  await expect(outline.step('first')).toHaveAccessibleName(/^First, Set values, Pauses before, Pinned/)
  await page.keyboard.press('F2')
  await page.keyboard.insertText('Begin')
  await page.keyboard.press('Enter')
  await expect(outline.step('first')).toBeFocused()
  await expect(outline.step('first')).toHaveAccessibleName(/^Begin/)
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.getByRole('status').filter({ hasText: 'Moved 8 to the bottom' })).toBeAttached()
  await page.keyboard.press('ControlOrMeta+d')
  await expect(outline.steps).toHaveCount(4)
  await expect(outline.step('first-2')).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(outline.steps).toHaveCount(3)
  await expect(outline.focused).toHaveCount(1)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(outline.steps).toHaveCount(4)
  await expect(outline.focused).toHaveCount(1)
  const { steps, layout } = await studio.readAgent()
  expect(steps[0]).toMatchObject({ id: 'first', nodeName: 'Begin' })
  expect(layout.first).toEqual([0, 8, 'pinned'])
})

test('a way on is connected, led elsewhere, removed, and gets a step, each as one undo entry', async ({
  studio,
  page,
}) => {
  const outline = await openAgent(studio, choiceAgent)
  const canvas = new CanvasView(studio)
  await outline.ways('shorten').click()
  await page.keyboard.press('c')
  await expect(outline.targets).toBeVisible()
  await page.keyboard.type('loose')
  await page.keyboard.press('Enter')
  await expect(outline.ways('shorten')).toHaveAccessibleName(/^next → Loose/)
  await expect(outline.ways('shorten')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(outline.targets.getByRole('option', { name: /already/ })).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.type('keep')
  await page.keyboard.press('Enter')
  await expect(outline.ways('shorten')).toHaveAccessibleName(/^next → Keep/)
  await outline
    .ways('shorten')
    .getByRole('button', { name: /^Insert a step/ })
    .click()
  await canvas.chooseInPicker('output')
  await expect(outline.ways('output')).toHaveAccessibleName(/^next → Keep/)
  await expect(studio.setting('Text')).toBeFocused()
  await outline.open()
  await outline.ways('output').click()
  await page.keyboard.press('Delete')
  await expect(outline.ways('output')).toHaveAccessibleName(/^next → End/)
  for (const _ of [1, 2, 3]) await page.keyboard.press('ControlOrMeta+z')
  await expect(outline.ways('shorten')).toHaveAccessibleName(/^next → Loose/)
  await expect(outline.step('output')).toHaveCount(0)
})

test('a way back is a loop, whose limit is set in its row', async ({ studio, page }) => {
  const outline = await openAgent(studio, choiceAgent)
  await outline.ways('shorten').click()
  await page.keyboard.press('Enter')
  await expect(outline.targets.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('choose')
  await page.keyboard.press('Enter')
  await expect(outline.ways('shorten')).toHaveAccessibleName(/^next → Choose, loop · at most \d+ steps/)
  await outline.ways('shorten').getByRole('button', { name: /^loop/ }).click()
  const turns = page.getByRole('dialog', { name: 'Limit of the loop' }).getByLabel('Most turns of this loop')
  await turns.fill('3')
  await turns.press('Enter')
  await expect(outline.ways('shorten')).toHaveAccessibleName(/loop · at most 3 turns/)
  const { edges } = await studio.readAgent()
  expect(edges).toContainEqual({ from: 'shorten', to: 'choose', maxTurns: 3 })
})

for (const width of [1440, 390]) {
  test(`the limit of a loop can be read in full at ${width} px`, async ({ studio, page }) => {
    const edges = [
      { from: 'START', to: 'choose' },
      { from: 'choose', exit: 'long', to: 'shorten' },
      { from: 'choose', exit: 'else', to: 'keep' },
      { from: 'shorten', to: 'choose', maxTurns: 25 },
    ]
    const outline = await openAgent(studio, toText({ ...JSON.parse(choiceAgent), edges }))
    await page.setViewportSize({ width, height: 844 })
    const row = outline.ways('shorten')
    const limit = row.getByRole('button', { name: /^loop/ })
    await expect(limit).toHaveText('loop · at most 25 turns')
    const isWhole = (element: Element) => {
      const [own, around] = [element, element.closest('[role="row"]') ?? element].map((one) =>
        one.getBoundingClientRect(),
      )
      const isInside =
        own && around && own.left >= around.left && own.right <= around.right && own.bottom <= around.bottom
      return isInside === true && element.scrollWidth <= element.clientWidth && own.top >= around.top
    }
    await expect.poll(() => limit.evaluate(isWhole)).toBe(true)
  })
}

test('a way that is taken whatever the exit says so', async ({ studio }) => {
  const { edges: _, ...agent } = JSON.parse(choiceAgent)
  const outline = await openAgent(studio, toText({ ...agent, steps: agent.steps.slice(0, 1) }))
  await expect(outline.ways('choose')).toHaveCount(1)
  await expect(outline.ways('choose')).toHaveAccessibleName('any exit → End. From Choose')
})

test('undo goes to the row of what it brings back, and redo to what is left', async ({ studio, page }) => {
  const outline = await openAgent(studio, chainAgent)
  await outline.step('third').click()
  await page.keyboard.press('Delete')
  await expect(outline.step('third')).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(outline.step('third')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(outline.ways('second')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(outline.step('third')).toBeFocused()
})

test('the menu of a row is that of its card: by its button, by key, by a right click', async ({ studio, page }) => {
  const outline = await openAgent(studio, chainAgent)
  await outline.step('second').getByRole('button', { name: 'Menu of Second' }).click()
  for (const name of ['Open the panel', 'Rename', 'Connect to another step', 'Disable', 'Pin', 'Group', 'Delete']) {
    await expect(outline.menuItem(name).first()).toBeVisible()
  }
  await page.keyboard.press('Escape')
  await expect(outline.step('second')).toBeFocused()
  await page.keyboard.press('Shift+F10')
  await outline.menuItem('Rename').click()
  await expect(outline.grid.getByRole('textbox', { name: 'Name of Second' })).toBeFocused()
  await page.keyboard.insertText('Middle')
  await page.keyboard.press('Enter')
  await expect(outline.step('second')).toHaveAccessibleName(/^Middle/)
  await outline.step('third').click({ button: 'right' })
  await outline.menuItem('Delete').first().click()
  await expect(outline.steps).toHaveCount(2)
  await expect(outline.focused).toHaveCount(1)
})

test('groups, notes and sub-agents stand in the outline', async ({ studio, page }) => {
  await studio.open()
  await studio.openExample('Writer with a fact check')
  const outline = new OutlineView(studio)
  await outline.open()
  await page.keyboard.press('Shift+s')
  const note = page.getByRole('dialog', { name: 'Note' })
  await expect(note.getByRole('textbox')).toBeFocused()
  await page.keyboard.insertText('Ask **twice**')
  await note.getByRole('button', { name: 'Done' }).click()
  await expect(outline.row(/^Note: Ask/)).toBeFocused()
  await outline.step('check').click()
  await page.keyboard.press('ControlOrMeta+g')
  await expect(outline.row(/^Group Group, 1 step/)).toBeVisible()
  await expect(outline.step('check')).toHaveAccessibleName(/In Group/)
  await outline.row(/^Agent Fact check/).click()
  await page.keyboard.press('Enter')
  await expect(outline.step('check')).toHaveCount(0)
  await expect(outline.panel.getByRole('heading', { name: 'Fact check' })).toBeVisible()
  await outline.panel.getByRole('button', { name: 'Back to the agent that calls it' }).click()
  await expect(outline.step('check')).toBeVisible()
})

test('the rows tell how the run stands, and what is wrong', async ({ studio }) => {
  const outline = await openAgent(studio, choiceAgent)
  await studio.run()
  await new RunView(studio.page).allow()
  await studio.expectRun('Done')
  await expect(outline.step('choose')).toHaveAccessibleName(/Done/)
  await expect(outline.step('keep')).toHaveAccessibleName(/Done/)
  await expect(outline.step('shorten')).toHaveAccessibleName(/Not run/)
  await expect(outline.step('loose')).toHaveAccessibleName(/Warning: /)
})

test('of thousands of steps only those in sight are drawn, and all can be reached', async ({ studio, page }) => {
  const { steps, ...rest } = JSON.parse(chainAgent)
  const many = Array.from({ length: 3000 }, (_, index) => ({ ...steps[0], id: `s${index}`, nodeName: `Step ${index}` }))
  const outline = await openAgent(studio, JSON.stringify({ ...rest, steps: many, layout: {} }))
  await expect(outline.grid).toHaveAttribute('aria-rowcount', '6003')
  expect(await outline.rows.count()).toBeLessThan(100)
  await page.keyboard.press('End')
  await expect(outline.rows.and(outline.grid.locator('[data-row="end"]'))).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(outline.step('s2999')).toBeFocused()
  await expect(outline.step('s2999')).toBeInViewport({ ratio: 1 })
})

test('a step that is added has row, focus and selection at once, also when its form asks for nothing', async ({
  studio,
  page,
}) => {
  const outline = await openAgent(studio, chainAgent)
  await outline.step('first').click()
  await page.keyboard.press('n')
  await new CanvasView(studio).chooseInPicker('Sub-agent')
  const added = outline.step('subagent')
  await expect(added).toHaveAttribute('aria-selected', 'true')
  await expect(added).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(outline.steps).toHaveCount(3)
  await expect(added).toHaveCount(0)
  await expect(outline.focused).toHaveCount(1)
})

test('C on the start leads to a step that is chosen', async ({ studio, page }) => {
  const outline = await openAgent(studio, choiceAgent)
  await page.keyboard.press('Home')
  await page.keyboard.press('c')
  await outline.targets.getByRole('option', { name: /^Loose/ }).click()
  await expect(outline.ways('START')).toHaveCount(2)
  await expect(outline.row(/^Start/)).toBeFocused()
})

test('the menu of a step begins with what can be done with it', async ({ studio, page }) => {
  const outline = await openAgent(studio, chainAgent)
  await outline.step('first').click()
  await page.keyboard.press('Shift+F10')
  const entries = page.getByRole('menu').getByRole('menuitem')
  await expect(entries.first()).toBeEnabled()
  await expect(page.getByRole('menu').getByText('Open the agent it calls')).toHaveCount(0)
})

test('the canvas beside it still shows the whole agent, and as before once the outline is closed', async ({
  studio,
  page,
}) => {
  await studio.open()
  await studio.importFile('chain.agent.json', chainAgent)
  const canvas = new CanvasView(studio)
  const before = await studio.card('first').boundingBox()
  await page.keyboard.press('o')
  await expect(new OutlineView(studio).panel).toBeVisible()
  await canvas.expectInView(studio.startCard)
  await canvas.expectInView(studio.card('third'))
  await page.keyboard.press('o')
  await expect(new OutlineView(studio).panel).toBeHidden()
  await expect.poll(() => studio.card('first').boundingBox()).toEqual(before)
})

test('steps are added, connected, named and moved one after the other, by keys alone', async ({ studio, page }) => {
  const outline = await openAgent(studio, chainAgent)
  await outline.step('third').click()
  await page.keyboard.press('n')
  await new CanvasView(studio).chooseInPicker('ask a model')
  await expect(outline.step('llm')).toBeFocused()
  await page.keyboard.press('c')
  await expect(outline.targets.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('first')
  await page.keyboard.press('Enter')
  await expect(outline.ways('llm')).toHaveAccessibleName(/^next → First/)
  await expect(outline.step('llm')).toBeFocused()
  await page.keyboard.press('F2')
  await page.keyboard.insertText('Ask')
  await page.keyboard.press('Enter')
  await expect(outline.step('llm')).toHaveAccessibleName(/^Ask/)
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.getByRole('status').filter({ hasText: 'Moved 8 to the bottom' })).toBeAttached()
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('step: output')
  await page.keyboard.press('Enter')
  await expect(outline.step('output')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(studio.setting('Text')).toBeFocused()
})
