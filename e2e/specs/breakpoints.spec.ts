import { toText } from '../pages/agents.ts'
import { CanvasView } from '../pages/CanvasView.ts'
import { countStoredEvents } from '../pages/countStoredEvents.ts'
import { RunView } from '../pages/RunView.ts'
import { restartBrowser } from '../pages/restartBrowser.ts'
import type { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'

function note(id: string, nodeName: string) {
  const values = [{ field: 'log', kind: 'template', value: `{log} ${nodeName}` }]
  return { id, strategyType: 'set', nodeName, config: { values } }
}

const agent = toText({
  version: 1,
  name: 'Three notes',
  stateType: {
    name: 'State',
    fields: {
      log: { type: 'string', default: 'Notes:' },
      output: { type: 'any' },
      count: { type: 'integer', default: 1, schema: { type: 'integer', maximum: 10 } },
    },
  },
  steps: [
    note('one', 'Monday'),
    note('two', 'Tuesday'),
    note('three', 'Wednesday'),
    { id: 'say', strategyType: 'output', nodeName: 'Say', config: { template: '{log}' } },
  ],
  layout: { one: [0, 0], two: [340, 0], three: [680, 0], say: [1020, 0] },
})

const dot = 'Runs pause before this step'

/** An agent whose runs pause before its second step, as a person says so in the menu of the card. */
async function openMarked(studio: StudioPage): Promise<RunView> {
  await studio.open()
  await studio.importFile('notes.agent.json', agent)
  await studio.card('two').click({ button: 'right' })
  await new CanvasView(studio).menuItem('Pause before this step').click()
  await expect(studio.card('two').getByLabel(dot)).toBeVisible()
  return new RunView(studio.page)
}

async function runToBreakpoint(studio: StudioPage, view: RunView): Promise<void> {
  await studio.run()
  await view.allow()
  await expect(view.breakpoint).toContainText('Paused before Tuesday')
}

test('a run pauses before a marked step, shows its state, goes on step by step, and to the end', async ({ studio }) => {
  const view = await openMarked(studio)
  await runToBreakpoint(studio, view)
  await expect(studio.card('two').getByText('Paused before this step')).toBeVisible()
  await view.breakpoint.getByRole('button', { name: 'The state it has now' }).click()
  await expect(view.breakpoint).toContainText('Notes: Monday')
  await view.breakpoint.getByRole('button', { name: 'Step', exact: true }).click()
  await expect(view.breakpoint).toContainText('Paused before Wednesday')
  await expect(studio.card('three').getByText('Paused before this step')).toBeVisible()
  await view.breakpoint.getByRole('button', { name: 'Continue' }).click()
  await studio.expectRun('Done')
  await expect(studio.answer('Say')).toContainText('Notes: Monday Tuesday Wednesday')
  await view.show('Timeline')
  await expect(view.area('Executions')).toContainText(/at work, .* waiting for a person/)
  await expect(
    view
      .area('Executions')
      .getByTitle(/^Waited .* for a person$/)
      .first(),
  ).toBeAttached()
})

test('keys set a breakpoint, go on from it, and take it away; the file knows nothing of it', async ({
  studio,
  page,
}) => {
  await studio.open()
  await studio.importFile('notes.agent.json', agent)
  await studio.card('three').click()
  await page.keyboard.press('F9')
  await expect(studio.card('three').getByLabel(dot)).toBeVisible()
  const { text } = await studio.exportFile()
  expect(JSON.parse(text)).toEqual(JSON.parse(agent))
  await page.keyboard.press('Escape')
  const view = new RunView(page)
  await studio.run()
  await view.allow()
  await expect(view.breakpoint).toContainText('Paused before Wednesday')
  await page.keyboard.press('F10')
  await expect(view.breakpoint).toContainText('Paused before Say')
  await page.keyboard.press('F8')
  await studio.expectRun('Done')
  await studio.card('three').click()
  await page.keyboard.press('F9')
  await expect(studio.card('three').getByLabel(dot)).toHaveCount(0)
  await studio.runToEnd()
})

test('a breakpoint and the run that stands at it survive a reload', async ({ studio }) => {
  const view = await openMarked(studio)
  await runToBreakpoint(studio, view)
  await expect.poll(() => countStoredEvents(studio.page, 'run-pause')).toBe(1)
  await studio.reload()
  await expect(studio.card('two').getByLabel(dot)).toBeVisible()
  await expect(view.breakpoint).toContainText('Paused before Tuesday')
  await view.breakpoint.getByRole('button', { name: 'Step', exact: true }).click()
  await expect(view.breakpoint).toContainText('Paused before Wednesday')
  await expect.poll(() => countStoredEvents(studio.page, 'run-pause')).toBe(2)
  await studio.reload()
  await expect(view.breakpoint).toContainText('Paused before Wednesday')
  await view.breakpoint.getByRole('button', { name: 'Continue' }).click()
  await studio.expectRun('Done')
  await expect(studio.answer('Say')).toContainText('Notes: Monday Tuesday Wednesday')
  // It is one run, however often it went on: shown again, and known among the earlier ones.
  await expect.poll(() => countStoredEvents(studio.page, 'run-end')).toBe(1)
  await studio.reload()
  await expect(studio.answer('Say')).toContainText('Notes: Monday Tuesday Wednesday')
  await studio.page.getByRole('button', { name: 'Earlier runs' }).click()
  await expect(studio.page.getByRole('menuitem', { name: /^Done.*\(on\)$/ })).toBeVisible()
})

test('the state is edited at a breakpoint: checked, told in the timeline, kept over a reload', async ({
  studio,
  page,
}) => {
  const view = await openMarked(studio)
  await runToBreakpoint(studio, view)
  const edit = view.breakpoint.getByRole('button', { name: 'Edit the state' })
  await edit.click()
  const state = page.getByRole('dialog', { name: 'Edit the state' })
  await state.getByRole('textbox', { name: 'log' }).fill('By hand:')
  await state.getByRole('textbox', { name: 'count' }).fill('many')
  await state.getByRole('button', { name: 'Set the state' }).click()
  await expect(state.getByRole('alert')).toHaveText('Write a whole number, such as 3.')
  await expect(state.getByRole('textbox', { name: 'count' })).toBeFocused()
  await state.getByRole('textbox', { name: 'count' }).fill('12')
  await state.getByRole('button', { name: 'Set the state' }).click()
  await expect(state.getByRole('alert')).toContainText('its schema refuses')
  await state.getByRole('textbox', { name: 'count' }).fill('7')
  await state.getByRole('button', { name: 'Set the state' }).click()
  await expect(edit).toBeFocused()
  await view.breakpoint.getByRole('button', { name: 'The state it has now' }).click()
  await expect(view.breakpoint).toContainText('By hand:')
  await expect.poll(() => countStoredEvents(page, 'state-edit')).toBe(1)
  await studio.reload()
  await view.breakpoint.getByRole('button', { name: 'The state it has now' }).click()
  await expect(view.breakpoint).toContainText('By hand:')
  await view.breakpoint.getByRole('button', { name: 'Continue' }).click()
  await studio.expectRun('Done')
  await expect(studio.answer('Say')).toContainText('By hand: Tuesday Wednesday')
  await view.show('Timeline')
  await view
    .area('Executions')
    .getByRole('button', { name: /^Edited by a person/ })
    .click()
  await expect(view.area('Edited by a person')).toContainText('Notes: Monday')
  await expect(view.area('Edited by a person')).toContainText('By hand:')
})

test('a field that may hold anything is edited as what it holds, a text as it reads, and as JSON on request', async ({
  studio,
  page,
}) => {
  const template = 'He said "yes"'
  await studio.open()
  await studio.importFile(
    'say.agent.json',
    toText({
      version: 1,
      name: 'Say',
      stateType: { name: 'State', fields: { output: { type: 'any' } } },
      steps: [
        { id: 'say', strategyType: 'output', nodeName: 'Say', config: { template } },
        {
          id: 'stress',
          strategyType: 'set',
          nodeName: 'Stress',
          config: { values: [{ field: 'output', kind: 'template', value: '{output}!' }] },
        },
      ],
      layout: { say: [0, 0], stress: [340, 0] },
    }),
  )
  await studio.card('stress').click()
  await page.keyboard.press('F9')
  await studio.run()
  const view = new RunView(page)
  await view.allow()
  await view.breakpoint.getByRole('button', { name: 'Edit the state' }).click()
  const dialog = page.getByRole('dialog', { name: 'Edit the state' })
  const output = dialog.getByRole('textbox', { name: 'output' })
  await expect(output).toHaveValue('He said "yes"')
  await dialog.getByRole('button', { name: 'Write output as JSON' }).click()
  await expect(output).toHaveValue('"He said \\"yes\\""')
  await output.fill('He said')
  await dialog.getByRole('button', { name: 'Set the state' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Write any JSON')
  await dialog.getByRole('button', { name: 'Write output as a text' }).click()
  await output.fill('She said\n"no"')
  await dialog.getByRole('button', { name: 'Set the state' }).click()
  await expect(dialog).toBeHidden()
  await view.breakpoint.getByRole('button', { name: 'Continue' }).click()
  await studio.expectRun('Done')
  await view.show('State')
  await expect(view.area('State')).toContainText('She said\n"no"!')
})

test('while a run waits the big buttons say what they do: continue with it, or begin a new one', async ({
  studio,
  page,
}) => {
  const view = await openMarked(studio)
  await runToBreakpoint(studio, view)
  const bar = page.getByRole('banner')
  await expect(bar.getByRole('button', { name: 'Run', exact: true })).toHaveCount(0)
  await expect(view.area('Input of the run').getByRole('button', { name: 'New run' })).toBeVisible()
  await bar.getByRole('button', { name: 'Other ways to go on' }).click()
  await page.getByRole('menuitem', { name: 'New run' }).click()
  await expect.poll(() => countStoredEvents(page, 'run-pause')).toBe(2)
  await bar.getByRole('button', { name: 'Continue' }).click()
  await studio.expectRun('Done')
  await expect(bar.getByRole('button', { name: 'Run', exact: true })).toBeVisible()
})

test('Run to here begins a run that pauses before the step, and goes on as far as another', async ({
  studio,
  page,
}) => {
  await studio.open()
  await studio.importFile('notes.agent.json', agent)
  const menu = new CanvasView(studio)
  await studio.card('two').click({ button: 'right' })
  await menu.menuItem('Run to here').click()
  const view = new RunView(page)
  await view.allow()
  await expect(view.breakpoint).toContainText('Paused before Tuesday')
  await expect(studio.card('two').getByLabel(dot)).toHaveCount(0)
  await studio.card('say').click()
  await page.keyboard.press('Shift+F9')
  await expect(view.breakpoint).toContainText('Paused before Say')
  await view.breakpoint.getByRole('button', { name: 'Continue' }).click()
  await studio.expectRun('Done')
})

test('and the end of the browser', async ({ studio, browser }) => {
  const view = await openMarked(studio)
  await runToBreakpoint(studio, view)
  await expect.poll(() => countStoredEvents(studio.page, 'run-pause')).toBe(1)
  await restartBrowser(browser, studio.page, async (again) => {
    await expect(again.card('two').getByLabel(dot)).toBeVisible()
    const later = new RunView(again.page)
    await later.breakpoint.getByRole('button', { name: 'Continue' }).click()
    await again.expectRun('Done')
    await expect(again.answer('Say')).toContainText('Notes: Monday Tuesday Wednesday')
  })
})

test('a run is ended at its breakpoint, and stays ended', async ({ studio }) => {
  const view = await openMarked(studio)
  await runToBreakpoint(studio, view)
  await view.breakpoint.getByRole('button', { name: 'Stop' }).click()
  await studio.expectRun('Stopped')
  await expect(view.breakpoint).toHaveCount(0)
  await expect.poll(() => countStoredEvents(studio.page, 'run-cancel')).toBe(1)
  await studio.reload()
  await studio.page.getByRole('button', { name: 'Earlier runs' }).click()
  await expect(studio.page.getByRole('menuitem', { name: /^Stopped/ })).toBeVisible()
})

const nested = toText({
  version: 1,
  name: 'Notes within',
  stateType: { name: 'State', fields: { log: { type: 'string', default: 'Notes:' }, output: { type: 'any' } } },
  steps: [
    {
      id: 'week',
      strategyType: 'subagent',
      nodeName: 'Week',
      config: { agent: 'days', outputs: [{ output: 'log', field: 'log' }] },
    },
    { id: 'say', strategyType: 'output', nodeName: 'Say', config: { template: '{log}' } },
  ],
  agents: {
    days: {
      name: 'Days',
      stateType: { name: 'Days', fields: { log: { type: 'string', input: true } } },
      steps: [note('one', 'Monday'), note('two', 'Tuesday')],
      layout: { one: [0, 0], two: [340, 0] },
    },
  },
  layout: { week: [0, 0], say: [340, 0] },
})

/** Runs the agent with a breakpoint before a step of the agent that it calls. */
async function runUntilWithin(studio: StudioPage, stepId: string): Promise<RunView> {
  await studio.open()
  await studio.importFile('nested.agent.json', nested)
  await studio.card('week').dblclick()
  await studio.card(stepId).click()
  await studio.page.keyboard.press('F9')
  await expect(studio.card(stepId).getByLabel(dot)).toBeVisible()
  await studio.run()
  const view = new RunView(studio.page)
  await view.allow()
  return view
}

test('a run pauses within a called agent, over a reload, and shows where', async ({ studio, page }) => {
  const view = await runUntilWithin(studio, 'two')
  await expect(view.breakpoint).toContainText('Paused before Tuesday in Days')
  await expect.poll(() => countStoredEvents(page, 'run-pause')).toBe(1)
  await studio.reload()
  await expect(studio.card('two').getByText('Paused before this step')).toBeVisible()
  await view.breakpoint.getByRole('button', { name: 'The state it has now' }).click()
  await expect(view.breakpoint).toContainText('Notes: Monday')
  await view.breakpoint.getByRole('button', { name: 'Step', exact: true }).click()
  await expect(view.breakpoint).toContainText('Paused before Say')
  await view.breakpoint.getByRole('button', { name: 'Show the step' }).click()
  await expect(studio.card('say').getByText('Paused before this step')).toBeVisible()
  await view.breakpoint.getByRole('button', { name: 'Continue' }).click()
  await studio.expectRun('Done')
  await expect(studio.answer('Say')).toContainText('Notes: Monday Tuesday')
})

test('the state of a called agent is edited at its breakpoint, kept over a reload, and the step goes on with it', async ({
  studio,
  page,
}) => {
  const view = await runUntilWithin(studio, 'one')
  await expect(view.breakpoint).toContainText('Paused before Monday in Days')
  await view.breakpoint.getByRole('button', { name: 'Edit the state' }).click()
  const dialog = page.getByRole('dialog', { name: 'Edit the state' })
  await expect(dialog.getByRole('textbox', { name: 'log' })).toHaveValue('Notes:')
  await dialog.getByRole('textbox', { name: 'log' }).fill('By hand:')
  await dialog.getByRole('button', { name: 'Set the state' }).click()
  await expect(view.breakpoint).toContainText('The state was edited: log.')
  await expect(page.getByRole('status').filter({ hasText: 'The state was edited: log.' })).toHaveCount(1)
  await expect.poll(() => countStoredEvents(page, 'state-edit')).toBe(1)
  await studio.reload()
  await expect(view.breakpoint).toContainText('The state was edited: log.')
  await view.breakpoint.getByRole('button', { name: 'The state it has now' }).click()
  await expect(view.breakpoint).toContainText('By hand:')
  await view.breakpoint.getByRole('button', { name: 'Continue' }).click()
  await studio.expectRun('Done')
  await expect(studio.answer('Say')).toContainText('By hand: Monday Tuesday')
  await expect(view.deed(/^The state was edited before .* › Monday$/)).toContainText('By hand:')
})
