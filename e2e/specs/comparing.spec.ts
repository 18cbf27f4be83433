import type { Page } from '@playwright/test'
import { toText } from '../pages/agents.ts'
import { ComparisonView } from '../pages/ComparisonView.ts'
import { ImportDialog } from '../pages/ImportDialog.ts'
import type { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'
import { VersionsView } from '../pages/VersionsView.ts'

const llm = (id: string, nodeName: string, promptTemplate: string) => ({
  id,
  strategyType: 'llm',
  nodeName,
  config: { promptTemplate },
})

function agentOf(steps: readonly { readonly id: string }[], edges: readonly [string, string][]): string {
  return toText({
    version: 1,
    name: 'Pipeline',
    stateType: { name: 'State', fields: { question: { type: 'string', input: true } } },
    steps,
    edges: edges.map(([from, to]) => ({ from, to })),
    layout: Object.fromEntries(steps.map(({ id }, index) => [id, [index * 340, 0]])),
  })
}

const before = agentOf(
  [llm('ask', 'Ask', 'Answer {question} briefly.'), llm('check', 'Check', 'Check it.'), llm('tell', 'Tell', 'Say it.')],
  [
    ['START', 'ask'],
    ['ask', 'check'],
    ['check', 'tell'],
    ['tell', 'END'],
  ],
)
const after = agentOf(
  [llm('ask', 'Ask', 'Answer {question} kindly.'), llm('tell', 'Tell', 'Say it.'), llm('log', 'Log', 'Note it.')],
  [
    ['START', 'ask'],
    ['ask', 'tell'],
    ['tell', 'log'],
    ['log', 'END'],
  ],
)

/** Where the camera of the agent's own canvas is. */
const viewOf = (page: Page) => page.getByTestId('canvas').first().locator('.react-flow__viewport').getAttribute('style')

/** Keeps a version, and makes another agent of it. */
async function openVersion(studio: StudioPage, page: Page): Promise<VersionsView> {
  const versions = new VersionsView(page)
  await studio.open()
  await studio.importFile('before.agent.json', before)
  await versions.open()
  await versions.save('As it was')
  await expect(versions.called('As it was')).toBeVisible()
  await page.keyboard.press('Escape')
  await studio.chooseImport('after.agent.json', after)
  await new ImportDialog(page).replace()
  await studio.expectSaved()
  await versions.open()
  await versions.called('As it was').click()
  return versions
}

test('what changed since a version is marked on a canvas, and gone through change by change', async ({
  studio,
  page,
}) => {
  const versions = await openVersion(studio, page)
  const view = await viewOf(page)
  await versions.root.getByRole('button', { name: 'Show on the canvas' }).click()
  const comparison = new ComparisonView(page)
  await expect(comparison.root).toHaveAccessibleName('Changes since “As it was”')
  await expect(comparison.mark('Ask: changed, 1 setting')).toBeVisible()
  await expect(comparison.mark('Check: removed')).toBeVisible()
  await expect(comparison.mark('Log: added')).toBeVisible()
  // Where it led, and where it leads.
  await expect(comparison.mark('Ask: leads elsewhere')).toHaveCount(2)
  await expect(comparison.card('check')).toBeVisible()
  await expect(comparison.next).toBeFocused()
  const count = Number(/\d+/.exec((await comparison.status.textContent()) ?? '')?.[0])

  await comparison.next.click()
  await expect(comparison.status).toHaveText(`1 of ${count} · Ask: changed, 1 setting`)
  await expect(comparison.detail.getByRole('deletion')).toHaveText('briefly')
  await expect(comparison.detail.getByRole('insertion')).toHaveText('kindly')
  for (let index = 1; index < count; index += 1) await page.keyboard.press('F7')
  await expect(comparison.status).toContainText(`${count} of ${count}`)
  await page.keyboard.press('Shift+F7')
  await expect(comparison.status).toContainText(`${count - 1} of ${count}`)
  // After the last one comes the first.
  await page.keyboard.press('F7')
  await page.keyboard.press('F7')
  await expect(comparison.status).toContainText(`1 of ${count}`)

  await page.keyboard.press('Escape')
  await expect(comparison.root).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(versions.root).toBeHidden()
  expect(await viewOf(page)).toBe(view)
  await expect(studio.cards).toHaveCount(3)
})

test('a click on a mark, or on its card, shows the words that differ; nothing can be changed', async ({
  studio,
  page,
}) => {
  const versions = await openVersion(studio, page)
  await versions.root.getByRole('button', { name: 'Show on the canvas' }).click()
  const comparison = new ComparisonView(page)
  await comparison.mark('Check: removed').click()
  await expect(comparison.mark('Check: removed')).toHaveAttribute('aria-pressed', 'true')
  await expect(comparison.detail).toContainText('Removed')
  await comparison.card('ask').click()
  await expect(comparison.detail.getByRole('insertion')).toHaveText('kindly')
  await comparison.card('ask').press('Delete')
  await expect(comparison.card('ask')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(versions.root).toBeHidden()
  expect((await studio.readAgent()).steps.map(({ id }) => id)).toEqual(['ask', 'tell', 'log'])
})

test('an import and what changed since the last export are shown on the canvas, too', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('before.agent.json', before)
  await studio.chooseImport('after.agent.json', after)
  await page.getByRole('dialog').getByRole('button', { name: 'Show on the canvas' }).click()
  const comparison = new ComparisonView(page)
  await expect(comparison.root).toHaveAccessibleName('What Pipeline would change')
  await expect(comparison.mark('Check: removed')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(comparison.root).toBeHidden()
  await new ImportDialog(page).replace()

  await studio.exportFile()
  await studio.card('log').click()
  await studio.write('Prompt', 'Note all of it.')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('button', { name: /changes? since the last export/ }).click()
  await page.getByRole('button', { name: 'Show on the canvas' }).click()
  await expect(comparison.root).toHaveAccessibleName('Changes since the last export')
  await comparison.mark('Log: changed, 1 setting').click()
  await expect(comparison.detail.getByRole('insertion')).toContainText('all')
})

test('of many changes only the marks in sight are there, and going on brings the others', async ({ studio, page }) => {
  const chain = (prompt: string) => {
    const steps = Array.from({ length: 60 }, (_, index) => llm(`step-${index}`, `Step ${index}`, prompt))
    return agentOf(
      steps,
      steps.slice(1).map(({ id }, index): [string, string] => [`step-${index}`, id]),
    )
  }
  await studio.open()
  await studio.importFile('before.agent.json', chain('Say it.'))
  await studio.chooseImport('after.agent.json', chain('Tell it.'))
  await page.getByRole('dialog').getByRole('button', { name: 'Show on the canvas' }).click()
  const comparison = new ComparisonView(page)
  const marks = comparison.root.getByRole('button', { name: /: changed/ })
  await expect(comparison.mark('Step 0: changed, 1 setting')).toBeVisible()
  await expect.poll(() => marks.count()).toBeLessThan(30)
  await page.keyboard.press('Shift+F7')
  await expect(comparison.mark('Step 59: changed, 1 setting')).toBeVisible()
  await expect(comparison.mark('Step 0: changed, 1 setting')).toHaveCount(0)
})
