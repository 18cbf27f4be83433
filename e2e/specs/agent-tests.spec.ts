import { countStoredEvents } from '../pages/countStoredEvents.ts'
import type { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'

async function saveAsTest(studio: StudioPage): Promise<void> {
  await studio.open()
  await studio.openExample('Greeter')
  await studio.giveInput('name', 'Ada')
  await studio.runToEnd()
  await studio.page.getByRole('button', { name: 'Earlier runs' }).click()
  await studio.page.getByRole('menuitem', { name: 'Save this run as a test' }).click()
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
  await page.getByRole('button', { name: 'Earlier runs' }).click()
  await page.getByRole('menuitem', { name: 'Tests of this agent' }).click()
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
  await expect(row.getByRole('region', { name: 'greeting' }).locator('del').first()).toHaveText('Good')
  await expect(row.getByRole('region', { name: 'greeting' })).toContainText('wrote it last.')
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
