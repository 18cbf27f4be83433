import type { BrowserContext, Page } from '@playwright/test'
import { askingAgent } from '../pages/agents.ts'
import { FilesView } from '../pages/FilesView.ts'
import { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'
import { VersionsView } from '../pages/VersionsView.ts'

const nameBox = (page: Page) => page.getByRole('textbox', { name: 'Agent name' })

async function rename(page: Page, name: string): Promise<void> {
  await nameBox(page).fill(name)
  await nameBox(page).press('Enter')
}

/** A second tab with the same agent, which hears nothing of the first, as one that the browser has put to sleep. */
async function openSleepingTab(context: BrowserContext, address: string): Promise<StudioPage> {
  const page = await context.newPage()
  await page.addInitScript(() => {
    BroadcastChannel.prototype.addEventListener = () => undefined
    Object.defineProperty(BroadcastChannel.prototype, 'onmessage', { set: () => undefined })
  })
  const tab = new StudioPage(page)
  await tab.open(address)
  await tab.expectSaved()
  return tab
}

/** Opens an agent in two tabs. */
async function openTwice(studio: StudioPage, context: BrowserContext): Promise<StudioPage> {
  await studio.open()
  await studio.importFile('asker.agent.json', askingAgent({ provider: 'practice', model: 'practice', name: 'Asker' }))
  await studio.expectSaved()
  return openSleepingTab(context, studio.page.url())
}

test('edits of two tabs in different places end up in both, as one entry that can be undone', async ({
  studio,
  page,
  context,
}) => {
  const other = await openTwice(studio, context)
  await studio.card('ask').click()
  await studio.write('System prompt', 'Be kind.')
  await page.locator('.react-flow__pane').click({ position: { x: 5, y: 5 } })
  await studio.expectSaved()

  await rename(other.page, 'Renamed here')
  const toast = other.page.getByText('Merged 1 change from another tab')
  await expect(toast).toBeVisible()
  await other.page.getByRole('button', { name: 'Show', exact: true }).click()
  const shown = other.page.getByRole('dialog', { name: 'What came from the other tab' })
  await expect(shown.getByRole('deletion')).toHaveText('brief')
  await expect(shown.getByRole('insertion')).toHaveText('kind')
  await shown.getByRole('button', { name: 'Close', exact: true }).last().click()
  await other.card('ask').click()
  await expect(other.setting('System prompt')).toContainText('Be kind.')
  await other.expectSaved()
  // The first tab follows.
  await expect(nameBox(page)).toHaveValue('Renamed here')
  await studio.card('ask').click()
  await expect(studio.setting('System prompt')).toContainText('Be kind.')

  await other.undo()
  await expect(other.setting('System prompt')).toContainText('Be brief.')
  await expect(nameBox(other.page)).toHaveValue('Renamed here')
  await other.undo()
  await expect(nameBox(other.page)).toHaveValue('Asker')
  await other.expectSaved()
  const versions = new VersionsView(other.page)
  await versions.open()
  await expect(versions.called('Before a merge, as in the other tab')).toHaveCount(1)
  await versions.called('Before a merge').last().click()
  await expect(versions.changes('Settings of the agent')).toContainText('Renamed here')
})

test('where two tabs contradict, it is asked; what is chosen is there, and nothing is lost', async ({
  studio,
  page,
  context,
}) => {
  const other = await openTwice(studio, context)
  await rename(page, 'Of the first')
  await studio.card('ask').click()
  await studio.write('System prompt', 'Be kind.')
  await page.locator('.react-flow__pane').click({ position: { x: 5, y: 5 } })
  await studio.expectSaved()

  await rename(other.page, 'Of the second')
  const dialog = other.page.getByRole('dialog', { name: 'This agent was changed in another tab, too' })
  const name = dialog.getByRole('group', { name: 'Name' })
  await expect(dialog.getByRole('group')).toHaveCount(1)
  await expect(dialog.getByRole('status')).toHaveText('1 of 1 to choose.')
  await expect(dialog.getByRole('button', { name: 'Merge', exact: true })).toBeDisabled()
  // Nothing is chosen, and nothing looks it.
  await expect(dialog.getByRole('list', { name: 'What to choose' })).toBeFocused()
  await name.getByRole('radio', { name: /^The other tab’s/ }).check()
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(nameBox(other.page)).toHaveValue('Of the first')
  await other.expectSaved()
  await other.card('ask').click()
  await expect(other.setting('System prompt')).toContainText('Be kind.')

  // The toast of the merge offers it, too, for a while.
  await other.page.getByRole('banner').getByRole('button', { name: /^Undo/ }).click()
  await expect(nameBox(other.page)).toHaveValue('Of the second')
  await expect(other.setting('System prompt')).toContainText('Be brief.')
})

test('two tabs that contradict each other are kept as two agents when that is wanted', async ({
  studio,
  page,
  context,
}) => {
  const other = await openTwice(studio, context)
  await rename(page, 'Of the first')
  await studio.expectSaved()
  await rename(other.page, 'Of the second')
  await other.page
    .getByRole('dialog', { name: 'This agent was changed in another tab, too' })
    .getByRole('button', { name: 'Keep both as two agents' })
    .click()
  const kept = other.page.getByRole('dialog', { name: 'This agent was changed in another tab', exact: true })
  await kept.getByRole('button', { name: 'Go on here' }).click()
  await expect(nameBox(other.page)).toHaveValue('Of the second (copy)')
  await other.expectSaved()
  await expect(nameBox(page)).toHaveValue('Of the first')
})

test('the toast of a merge takes it back', async ({ studio, page, context }) => {
  const other = await openTwice(studio, context)
  await studio.card('ask').click()
  await studio.write('System prompt', 'Be kind.')
  await page.locator('.react-flow__pane').click({ position: { x: 5, y: 5 } })
  await studio.expectSaved()
  await rename(other.page, 'Renamed here')
  await other.page
    .getByRole('listitem')
    .filter({ hasText: 'Merged 1 change' })
    .getByRole('button', { name: 'Undo' })
    .click()
  await other.card('ask').click()
  await expect(other.setting('System prompt')).toContainText('Be brief.')
  await expect(nameBox(other.page)).toHaveValue('Renamed here')
})

test('a file that another program has changed is merged with what was changed here', async ({ studio, page }) => {
  const file = 'asker.agent.json'
  const text = askingAgent({ provider: 'practice', model: 'practice', name: 'Asker' })
  const files = new FilesView(page)
  await files.answerPickers(file)
  await studio.open()
  await files.write(file, text)
  await files.runCommand('Open a file')
  await expect(files.saved(file)).toBeVisible()
  await files.rename('Renamed here')
  await expect(files.unsaved(file)).toBeVisible()

  await files.write(file, text.replace('Be brief.', 'Be kind.'))
  await files.comeBack()
  await files.changedDialog.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(page.getByText(`Merged 1 change from ${file}`)).toBeVisible()
  await expect(files.changedDialog).toBeHidden()
  await expect(nameBox(page)).toHaveValue('Renamed here')
  await studio.card('ask').click()
  await expect(studio.setting('System prompt')).toContainText('Be kind.')

  // Changed again, and this time both the same setting.
  await files.rename('Mine')
  await files.write(file, text.replace('Be brief.', 'Be kind.').replace('Asker', 'Theirs'))
  await files.comeBack()
  await files.changedDialog.getByRole('button', { name: 'Merge', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: `Merge with ${file}` })
  await dialog.getByRole('button', { name: 'All mine' }).click()
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(nameBox(page)).toHaveValue('Mine')
  await page.keyboard.press('ControlOrMeta+s')
  await expect(files.saved(file)).toBeVisible()
  expect(await files.read(file)).toContain('Be kind.')
})
