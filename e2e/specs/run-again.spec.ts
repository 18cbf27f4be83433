import { toText } from '../pages/agents.ts'
import { CanvasView } from '../pages/CanvasView.ts'
import { countStoredEvents } from '../pages/countStoredEvents.ts'
import { RunView } from '../pages/RunView.ts'
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
    fields: { topic: { type: 'string', input: true, default: 'Notes' }, log: { type: 'string', default: 'Log:' } },
  },
  steps: [note('one', 'Monday'), note('two', 'Tuesday'), note('three', 'Wednesday')],
  layout: { one: [0, 0], two: [340, 0], three: [680, 0] },
})

async function openNotes(studio: StudioPage): Promise<RunView> {
  await studio.open()
  await studio.importFile('notes.agent.json', agent)
  const view = new RunView(studio.page)
  await studio.giveInput('topic', 'Days')
  await studio.run()
  await view.allow()
  await studio.expectRun('Done')
  return view
}

test('a new run begins at a step of an ended one, with the state as it was then; the old run is kept', async ({
  studio,
  page,
}) => {
  const view = await openNotes(studio)
  await view.show('Timeline')
  await view
    .area('Executions')
    .getByRole('button', { name: /^Tuesday/ })
    .click()
  await view.area('Execution of Tuesday').getByRole('button', { name: 'Run again from here' }).click()
  const dialog = page.getByRole('dialog', { name: 'Run again from Tuesday' })
  await expect(dialog.getByRole('textbox', { name: 'log' })).toHaveValue('Log: Monday')
  await dialog.getByRole('button', { name: 'Run from here' }).click()
  await expect.poll(() => countStoredEvents(page, 'run-end')).toBe(2)
  await view.show('Timeline')
  const rows = view.area('Executions')
  await expect(rows).toContainText('Began at Tuesday, with the state of the run of')
  await expect(rows.getByRole('listitem')).toHaveCount(2)
  await view.show('State')
  await expect(view.area('State')).toContainText('Log: Monday Tuesday Wednesday')
  await page.getByRole('button', { name: 'Earlier runs' }).click()
  await expect(page.getByRole('menuitem', { name: /^Done/ })).toHaveCount(2)
  await page.getByRole('menuitem', { name: 'Save this run as a test' }).click()
  const form = page.getByRole('dialog', { name: 'Test of this agent' })
  await expect(form.getByRole('note')).toContainText('This run began at Tuesday, in the middle of another.')
})

test('with the state written over, after a reload, from the menu of the card; the change is told', async ({
  studio,
  page,
}) => {
  const view = await openNotes(studio)
  await expect.poll(() => countStoredEvents(page, 'run-end')).toBe(1)
  await studio.reload()
  await page.getByRole('button', { name: 'Earlier runs' }).click()
  await page.getByRole('menuitem', { name: /^Done/ }).click()
  await studio.expectRun('Done')
  await studio.card('three').click({ button: 'right' })
  await new CanvasView(studio).menuItem('Run again from here').click()
  const dialog = page.getByRole('dialog', { name: 'Run again from Wednesday' })
  await dialog.getByRole('textbox', { name: 'log' }).fill('By hand:')
  await dialog.getByRole('button', { name: 'Run from here' }).click()
  await expect.poll(() => countStoredEvents(page, 'run-end')).toBe(2)
  await view.show('Timeline')
  await view
    .area('Executions')
    .getByRole('button', { name: /^Edited by a person/ })
    .click()
  await expect(view.area('Edited by a person')).toContainText('By hand:')
  await view.show('State')
  await view
    .area('Moments')
    .getByRole('button', { name: /^Wednesday/ })
    .click()
  await expect(view.area('State')).toContainText('By hand: Wednesday')
})

test('a step that is gone from the agent cannot be begun at, and the reason is said', async ({ studio, page }) => {
  const view = await openNotes(studio)
  await studio.card('two').click()
  await page.keyboard.press('Delete')
  await expect(studio.card('two')).toHaveCount(0)
  await view.show('Timeline')
  await view
    .area('Executions')
    .getByRole('button', { name: /^Tuesday/ })
    .click()
  await view.area('Execution of Tuesday').getByRole('button', { name: 'Run again from here' }).click()
  const dialog = page.getByRole('dialog', { name: 'Run again from Tuesday' })
  await expect(dialog).toContainText('Tuesday is no longer a step of this agent.')
  await expect(dialog.getByRole('button', { name: 'Run from here' })).toHaveCount(0)
})
