import { toText } from '../pages/agents.ts'
import { countStoredEvents } from '../pages/countStoredEvents.ts'
import { RunView } from '../pages/RunView.ts'
import type { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'

async function saveAsTest(studio: StudioPage): Promise<void> {
  await studio.open()
  await studio.openExample('Greeter')
  await studio.giveInput('name', 'Ada')
  await studio.runToEnd()
  await choose(studio, 'Save this run as a test')
}

/** Chooses something in the menu of earlier runs. */
async function choose({ page }: StudioPage, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Earlier runs' }).click()
  await page.getByRole('menuitem', { name }).click()
}

test('a run is saved as a test, kept over a reload, and passes with the answer of the model replayed', async ({
  studio,
  page,
}) => {
  await saveAsTest(studio)
  const form = page.getByRole('dialog', { name: 'Test of this agent' })
  await form.getByRole('textbox', { name: 'Name' }).fill('Greets Ada')
  await form.getByRole('switch', { name: 'output', exact: true }).click()
  await form.getByRole('combobox', { name: 'How greeting is compared' }).click()
  await page.getByRole('option', { name: 'contains' }).click()
  await form.getByRole('textbox', { name: 'What greeting is compared with' }).fill('Ada')
  await form.getByRole('button', { name: 'Keep the test' }).click()
  const tests = page.getByRole('dialog', { name: 'Tests' })
  const row = tests.getByRole('listitem', { name: 'Greets Ada' })
  await expect(row).toContainText('1 expectation · 1 answer replayed')
  await studio.reload()
  await choose(studio, 'Tests of this agent')
  await tests.getByRole('button', { name: 'Run all' }).click()
  await expect(row.getByText('Passed', { exact: true })).toBeVisible()
  // Beside the runs of the agent, not among them.
  expect(await countStoredEvents(page, 'run-end')).toBe(1)
})

test('a test that fails says what it expected and what came instead; it is edited, deleted and had back', async ({
  studio,
  page,
}) => {
  await saveAsTest(studio)
  const form = page.getByRole('dialog', { name: 'Test of this agent' })
  await form.getByRole('switch', { name: 'output', exact: true }).click()
  await form.getByRole('textbox', { name: 'What greeting is compared with' }).fill('Good evening, Grace')
  await form.getByRole('button', { name: 'Keep the test' }).click()
  const row = page.getByRole('dialog', { name: 'Tests' }).getByRole('listitem', { name: 'Ada' })
  await row.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(row.getByText('Failed', { exact: true })).toBeVisible()
  const greeting = row.getByRole('region', { name: 'greeting' })
  await expect(greeting.getByRole('term')).toHaveText(['Expected', 'Instead'])
  await expect(greeting.getByRole('deletion')).toHaveText('Good evening, Grace')
  await expect(greeting).toContainText('wrote it last.')
  await row.getByRole('button', { name: 'Edit Ada' }).click()
  await form.getByRole('combobox', { name: 'How greeting is compared' }).click()
  await page.getByRole('option', { name: /^matches the pattern/ }).click()
  await form.getByRole('textbox', { name: 'What greeting is compared with' }).fill('*Ada*')
  await form.getByRole('button', { name: 'Keep the test' }).click()
  await row.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(row.getByText('Passed', { exact: true })).toBeVisible()
  await row.getByRole('button', { name: 'Delete Ada' }).click()
  await expect(page.getByRole('dialog', { name: 'Tests' })).toContainText('No tests yet')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(row).toContainText('1 expectation')
})

test('what was written stays while the test cannot be kept', async ({ studio, page }) => {
  await saveAsTest(studio)
  const form = page.getByRole('dialog', { name: 'Test of this agent' })
  const name = form.getByRole('textbox', { name: 'Name' })
  await name.fill('Greets Ada')
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype
    IDBObjectStore.prototype.put = function (...args) {
      if (this.name !== 'settings') return put.apply(this, args)
      IDBObjectStore.prototype.put = put
      throw new DOMException('No room.', 'QuotaExceededError')
    }
  })
  await form.getByRole('button', { name: 'Keep the test' }).click()
  await expect(form.getByRole('alert')).toContainText('tests are not kept')
  await expect(name).toHaveValue('Greets Ada')
  await form.getByRole('button', { name: 'Keep the test' }).click()
  await expect(page.getByRole('listitem', { name: 'Greets Ada' })).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

function ask(id: string, nodeName: string, text: string, more: object = {}) {
  return { id, strategyType: 'human', nodeName, config: { mode: 'answer', text, writes: id }, ...more }
}

/** An agent that asks a person, and would ask once more. */
const asking = toText({
  version: 1,
  name: 'Asks twice',
  stateType: {
    name: 'State',
    fields: { title: { type: 'string' }, signer: { type: 'string' }, output: { type: 'any' } },
  },
  steps: [
    ask('title', 'Title', 'What is it called?'),
    ask('signer', 'Sign', 'Who signs it?', { disabled: true }),
    { id: 'say', strategyType: 'output', nodeName: 'Say', config: { template: 'It is called {title}.' } },
  ],
  layout: { title: [0, 0], signer: [340, 0], say: [680, 0] },
})

test('what a person answered is answered again in a test; what nobody was asked then is told plainly', async ({
  studio,
  page,
}) => {
  await studio.open()
  await studio.importFile('asks-twice.agent.json', asking)
  await studio.run()
  const view = new RunView(page)
  await view.allow()
  await view.question('Title').getByRole('textbox').fill('Winter')
  await view.question('Title').getByRole('button', { name: 'Answer' }).click()
  await studio.expectRun('Done')
  await choose(studio, 'Save this run as a test')
  const form = page.getByRole('dialog', { name: 'Test of this agent' })
  await expect(form).toContainText('What a person answered in this run is answered again')
  await form.getByRole('textbox', { name: 'Name' }).fill('Winter')
  await form.getByRole('button', { name: 'Keep the test' }).click()
  const row = page.getByRole('dialog', { name: 'Tests' }).getByRole('listitem', { name: 'Winter' })
  await expect(row).toContainText('1 answer of a person replayed')
  await row.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(row.getByText('Passed', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await studio.card('signer').click()
  await page.keyboard.press('d')
  await expect(page.getByRole('group', { name: 'Sign, disabled' })).toHaveCount(0)
  await choose(studio, 'Tests of this agent')
  await row.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(row.getByText('Failed', { exact: true })).toBeVisible()
  await expect(row).toContainText('Sign: in the run that this test was made from no person answered “Who signs it?”.')
})
