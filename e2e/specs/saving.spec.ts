import { readFile } from 'node:fs/promises'
import type { BrowserContext, Download, Page } from '@playwright/test'
import { askingAgent, codeAgent } from '../pages/agents.ts'
import { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'

const nameBox = (page: Page) => page.getByRole('textbox', { name: 'Agent name' })
const banner = (page: Page) => page.getByRole('alert').filter({ hasText: 'Not saved.' })

async function rename(page: Page, name: string): Promise<void> {
  await nameBox(page).fill(name)
  await nameBox(page).press('Enter')
}

/** How much the browser lets this page store; without a size as much as it likes. */
async function setQuota(context: BrowserContext, page: Page, quotaSize?: number): Promise<void> {
  const session = await context.newCDPSession(page)
  const { origin } = new URL(test.info().project.use.baseURL ?? '')
  await session.send('Storage.overrideQuotaForOrigin', { origin, ...(quotaSize === undefined ? {} : { quotaSize }) })
}

async function readText(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8')
}

test('a reload keeps the agent, and undo goes on where it was', async ({ studio, page }) => {
  await studio.open()
  await studio.newAgent()
  await studio.dragFromPalette('Ask a model', { x: 0.5, y: 0.3 })
  await studio.write('Prompt', 'Explain {question}')
  await rename(page, 'Survivor')
  await studio.expectSaved()
  const { text } = await studio.exportFile()

  await studio.reload()
  await expect(nameBox(page)).toHaveValue('Survivor')
  expect((await studio.exportFile()).text).toBe(text)
  await studio.undo()
  await expect(nameBox(page)).not.toHaveValue('Survivor')
  await studio.undo()
  await studio.undo()
  await expect(studio.cards).toHaveCount(0)
  for (const _ of [1, 2, 3]) await studio.redo()
  await expect(nameBox(page)).toHaveValue('Survivor')
  expect((await studio.exportFile()).text).toBe(text)
})

test('an edit just before the page is left is there when it comes back', async ({ studio, page }) => {
  await studio.open()
  await studio.expectSaved()
  await rename(page, 'In the last moment')
  await studio.reload()
  await expect(nameBox(page)).toHaveValue('In the last moment')
})

test('words typed just before the page is left are there when it comes back', async ({ studio, page }) => {
  await studio.open()
  await studio.expectSaved()
  await studio.card('greet').click()
  await studio.setting('Prompt').click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText('In the last moment')
  await studio.reload()
  await studio.card('greet').click()
  await expect(studio.setting('Prompt')).toContainText('In the last moment')
})

test('"Saved" is not said while words that were typed are not part of the agent yet', async ({ studio, page }) => {
  await studio.open()
  await studio.expectSaved()
  await studio.card('greet').click()
  await studio.setting('Prompt').click()
  // Within one turn of the page, so that neither the burst nor the saving can have ended meanwhile.
  const said = await page.evaluate(async () => {
    document.execCommand('insertText', false, 'And so')
    await new Promise((resolve) => requestAnimationFrame(resolve))
    return document.querySelector('header')?.textContent
  })
  expect(said).toContain('Saving…')
  await studio.expectSaved()
})

test('a second tab follows what the first one saves', async ({ studio, page, context }) => {
  await studio.open()
  await studio.expectSaved()
  const other = new StudioPage(await context.newPage())
  await other.open(page.url())
  await other.runToEnd()
  await other.card('greet').click()
  await other.setting('Prompt').click()
  await rename(page, 'Seen from both sides')
  await expect(nameBox(other.page)).toHaveValue('Seen from both sides')
  // Nothing is taken from the person there: not the run, not the step in hand, not the cursor.
  await other.expectRun('Done')
  await expect(other.setting('Prompt')).toBeFocused()
})

test('two tabs that change one agent without knowing of each other lose nothing', async ({ studio, page, context }) => {
  await studio.open()
  await studio.expectSaved()
  const second = await context.newPage()
  // A tab that hears nothing, as one that the browser has put to sleep.
  await second.addInitScript(() => {
    BroadcastChannel.prototype.addEventListener = () => undefined
    Object.defineProperty(BroadcastChannel.prototype, 'onmessage', { set: () => undefined })
  })
  const other = new StudioPage(second)
  await other.open(page.url())
  await other.expectSaved()
  await rename(page, 'Mine')
  await studio.expectSaved()

  await rename(second, 'Theirs')
  // Closing the question keeps both.
  const question = second.getByRole('dialog', { name: 'This agent was changed in another tab, too' })
  await question.getByRole('button', { name: 'Close', exact: true }).click()
  const kept = second.getByRole('dialog', { name: 'This agent was changed in another tab', exact: true })
  await expect(kept).toContainText('is untouched')
  await kept.getByRole('button', { name: 'Go on here' }).click()
  await expect(nameBox(second)).toHaveValue(/Theirs/)
  await other.expectSaved()
  await expect(nameBox(page)).toHaveValue('Mine')

  await second.getByRole('button', { name: 'Open the library' }).click()
  await expect(second.getByRole('button', { name: 'Open Mine', exact: true })).toBeVisible()
  await expect(second.getByRole('button', { name: /^Open Theirs/ })).toBeVisible()
})

test('the library: new, duplicate, rename, delete, undo', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('one.agent.json', codeAgent('return {}', 'One'))
  await page.getByRole('button', { name: 'Open the library' }).click()
  const tile = (name: string) => page.getByRole('button', { name: `Open ${name}`, exact: true })
  const act = async (name: string, item: string) => {
    await page.getByRole('button', { name: `More about ${name}`, exact: true }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  await act('One', 'Duplicate')
  await expect(tile('One (copy)')).toBeVisible()
  await act('One (copy)', 'Rename')
  await page.getByRole('textbox', { name: 'Name of the agent' }).fill('Two')
  await page.getByRole('textbox', { name: 'Name of the agent' }).press('Enter')
  await expect(tile('Two')).toBeVisible()

  await act('Two', 'Move to trash')
  await expect(tile('Two')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(tile('Two')).toBeVisible()
  await act('Two', 'Move to trash')
  await page.getByRole('tab', { name: /^Trash/ }).click()
  await page.getByRole('button', { name: 'Restore' }).click()
  await page.getByRole('tab', { name: 'My agents' }).click()
  await tile('Two').click()
  await expect(nameBox(page)).toHaveValue('Two')
  await expect(studio.card('compute')).toBeVisible()

  // The open one can go too: another opens in its place.
  await page.getByRole('button', { name: 'Open the library' }).click()
  await act('Two', 'Move to trash')
  await expect(tile('Two')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(nameBox(page)).not.toHaveValue('Two')
})

test('what is open stays open while a copy of it comes and goes', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('one.agent.json', codeAgent('return {}', 'One'))
  await page.getByRole('button', { name: 'Open the library' }).click()
  const open = page.getByRole('article').filter({ has: page.getByText('open', { exact: true }) })
  const act = async (name: string, item: string) => {
    await page.getByRole('button', { name: `More about ${name}`, exact: true }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  await act('One', 'Duplicate')
  await expect(page.getByRole('button', { name: 'Open One (copy)', exact: true })).toBeVisible()
  await act('One (copy)', 'Move to trash')
  await expect(page.getByRole('button', { name: 'Open One (copy)', exact: true })).toHaveCount(0)
  await expect(open).toHaveCount(1)
  await expect(open.getByRole('button', { name: 'Open One', exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(nameBox(page)).toHaveValue('One')
  await expect(studio.card('compute')).toBeVisible()

  // The open one that goes by mistake is open again when it is brought back.
  await page.getByRole('button', { name: 'Open the library' }).click()
  await act('One', 'Move to trash')
  await page
    .getByRole('listitem')
    .filter({ hasText: /^One is in/ })
    .getByRole('button', { name: 'Undo' })
    .click()
  await expect(open.getByRole('button', { name: 'Open One', exact: true })).toBeVisible()
})

test('when the storage is full it says so until there is room again', async ({ studio, page, context }) => {
  await setQuota(context, page, 1)
  await studio.open()
  await expect(banner(page)).toContainText('storage is full')
  await rename(page, 'Too much')
  await expect(page.getByRole('banner').getByText('Saved', { exact: true })).toHaveCount(0)
  await studio.undo()
  await studio.redo()
  await studio.runToEnd()
  const download = page.waitForEvent('download')
  await banner(page).getByRole('button', { name: 'Download' }).click()
  expect((await download).suggestedFilename()).toBe('too-much.agent.json')
  await banner(page).getByRole('button', { name: 'Try again' }).click()
  await expect(banner(page)).toContainText('storage is full')

  await setQuota(context, page)
  await banner(page).getByRole('button', { name: 'Try again' }).click()
  await expect(banner(page)).toBeHidden()
  await studio.expectSaved()
  await studio.reload()
  await expect(nameBox(page)).toHaveValue('Too much')
})

test('without any storage the work goes on in memory, and that is told', async ({ studio, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { get: () => undefined })
  })
  await studio.open()
  await rename(page, 'Only here')
  await expect(banner(page)).toContainText('no storage')
  await studio.runToEnd()
  const { name, text } = await studio.exportFile()
  expect(name).toBe('only-here.agent.json')
  expect(text).toContain('"Only here"')
})

test('a damaged record is told, can be taken home as it is, and harms no other', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('good.agent.json', askingAgent({ name: 'Good' }))
  await studio.importFile('bad.agent.json', askingAgent({ name: 'Bad' }))
  await studio.expectSaved()
  await damage(page, 'Bad', '{"version":1,"name":"Bad","st')
  await studio.reload()
  await expect(nameBox(page)).not.toHaveValue('Bad')

  await page.getByRole('button', { name: 'Open the library' }).click()
  await page.getByRole('button', { name: 'Open Bad', exact: true }).click()
  await expect(page.getByText('storage.damaged')).toBeVisible()
  await page.getByRole('button', { name: 'More about Bad', exact: true }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Download' }).click()
  expect(await readText(await download)).toBe('{"version":1,"name":"Bad","st')

  await page.getByRole('button', { name: 'Open Good', exact: true }).click()
  await expect(nameBox(page)).toHaveValue('Good')
})

test('a record of a newer version is opened to be viewed, and exported to the byte', async ({ studio, page }) => {
  await studio.open()
  await studio.importFile('one.agent.json', codeAgent('return {}', 'One'))
  await studio.expectSaved()
  const text = codeAgent('return { newer: true }', 'One').replace('"version": 1', '"version": 2').replace(/\n$/, '  ')
  await damage(page, 'One', text)
  await studio.reload()
  await expect(page.getByRole('status').filter({ hasText: /newer version \(v2\)/ })).toBeVisible()
  await expect(studio.card('compute')).toBeVisible()
  expect((await studio.exportFile()).text).toBe(text)
  await page.getByRole('button', { name: 'Open the library' }).click()
  await page.getByRole('button', { name: 'More about One', exact: true }).click()
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toHaveAttribute('aria-disabled', 'true')
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Download' }).click()
  expect(await readText(await download)).toBe(text)
})

/** Breaks the stored text of an agent, as a crash of the browser may. */
async function damage(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    ({ agentName, broken }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('petal-studio')
        opening.onsuccess = () => {
          const database = opening.result
          const transaction = database.transaction(['summaries', 'documents'], 'readwrite')
          const found = transaction.objectStore('summaries').getAll()
          found.onsuccess = () => {
            const summary = found.result.find((row: { readonly name: string }) => row.name === agentName)
            transaction.objectStore('documents').put({ id: summary.id, rev: summary.rev, text: broken })
          }
          transaction.oncomplete = () => {
            database.close()
            resolve()
          }
          transaction.onabort = () => reject(transaction.error)
        }
      }),
    { agentName: name, broken: text },
  )
}
