import { askingAgent, toText } from '../pages/agents.ts'
import { ImportDialog } from '../pages/ImportDialog.ts'
import type { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'
import { VersionsView } from '../pages/VersionsView.ts'

/** An agent of this many steps, one after the other. */
function chain(length: number): string {
  const steps = Array.from({ length }, (_, index) => ({
    id: `step-${index + 1}`,
    strategyType: 'custom',
    config: { code: 'return {}' },
  }))
  // All in one place, so that tidying moves them.
  const layout = Object.fromEntries(steps.map(({ id }, index) => [id, [index * 20, index * 90]]))
  return toText({ version: 1, name: 'Chain', stateType: { name: 'State', fields: {} }, steps, layout })
}

async function deleteAll(studio: StudioPage): Promise<void> {
  await studio.page.locator('.react-flow__pane').focus()
  await studio.page.keyboard.press('ControlOrMeta+a')
  await studio.page.keyboard.press('Delete')
  await expect(studio.cards).toHaveCount(0)
}

test('a version is saved under a name, tells word by word what has changed since, and is restored', async ({
  studio,
  page,
}) => {
  const versions = new VersionsView(page)
  await studio.open()
  await studio.importFile('asker.agent.json', askingAgent({ provider: 'practice', model: 'practice' }))
  await versions.open()
  await versions.save('As it was sent')
  await expect(versions.called('As it was sent')).toBeVisible()
  await page.keyboard.press('Escape')
  const before = await studio.exportFile()

  await studio.card('ask').click()
  await studio.write('System prompt', 'Be kind.')
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeEnabled()
  await studio.expectSaved()
  await studio.reload()
  await versions.open()
  await versions.called('As it was sent').click()
  const steps = versions.changes('Steps')
  await expect(steps.getByRole('listitem')).toContainText('Ask')
  await expect(steps.getByRole('deletion')).toHaveText('brief')
  await expect(steps.getByRole('insertion')).toHaveText('kind')

  await versions.restore()
  expect(await studio.exportFile()).toEqual(before)
  await studio.undo()
  await studio.card('ask').click()
  await expect(studio.setting('System prompt')).toContainText('Be kind.')
  // What restoring took away is a version, too.
  await versions.open()
  await versions.called('Before a version was restored').click()
  await expect(versions.root.getByText('Nothing has changed since then.')).toBeVisible()
})

test('before much is deleted or tidied at once, a version is kept', async ({ studio, page }) => {
  const versions = new VersionsView(page)
  await studio.open()
  await studio.importFile('chain.agent.json', chain(7))
  await studio.expectSaved()
  await page.locator('.react-flow__pane').focus()
  await page.keyboard.press('Shift+Alt+T')
  await expect(page.getByText('Tidied')).toBeAttached()
  await deleteAll(studio)
  await studio.expectSaved()
  await studio.reload()
  await versions.open()
  await expect(versions.called('Before tidying')).toHaveCount(1)
  await versions.called('Before deleting 7 steps').click()
  await expect(versions.changes('Steps').getByRole('listitem')).toHaveCount(7)
  await expect(versions.changes('Steps').getByText('Removed')).toHaveCount(7)
  await versions.restore()
  expect((await studio.readAgent()).steps).toHaveLength(7)
})

test('before an import takes the place of the agent, a version is kept', async ({ studio, page }) => {
  const versions = new VersionsView(page)
  await studio.open()
  await studio.importFile('one.agent.json', askingAgent({ name: 'One' }))
  await studio.expectSaved()
  await studio.chooseImport('two.agent.json', askingAgent({ name: 'Two' }).replace('Be brief.', 'Be kind.'))
  const dialog = new ImportDialog(page)
  const against = dialog.section('Against the open agent')
  await expect(against.getByRole('deletion')).toContainText(['One', 'brief'])
  await expect(against.getByRole('insertion')).toContainText(['Two', 'kind'])
  await dialog.replace()
  await expect(page.getByRole('textbox', { name: 'Agent name' })).toHaveValue('Two')
  await studio.expectSaved()
  await versions.open()
  await versions.called('Before an import').click()
  await versions.restore()
  await expect(page.getByRole('textbox', { name: 'Agent name' })).toHaveValue('One')
})

test('a version that is deleted can be brought back', async ({ studio, page }) => {
  const versions = new VersionsView(page)
  await studio.open()
  await versions.open()
  await versions.save('Keep me')
  await versions.called('Keep me').click()
  await expect(versions.root.getByText('Nothing has changed since then.')).toBeVisible()
  await versions.root.getByRole('button', { name: 'Delete this version' }).click()
  await expect(versions.called('Keep me')).toHaveCount(0)
  await page
    .getByRole('listitem')
    .filter({ hasText: 'The version is deleted' })
    .getByRole('button', { name: 'Undo' })
    .click()
  await expect(versions.called('Keep me')).toHaveCount(1)
  await page.reload()
  await studio.startCard.waitFor()
  await versions.open()
  await expect(versions.called('Keep me')).toHaveCount(1)
})

test('where nothing can be stored, a version that is not kept says so and what was typed stays', async ({
  studio,
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { get: () => undefined })
  })
  const versions = new VersionsView(page)
  await studio.open()
  await versions.open()
  await versions.save('Only a wish')
  await expect(versions.root.getByRole('alert').filter({ hasText: 'Not kept.' })).toContainText('no storage')
  await expect(versions.root.getByRole('textbox', { name: 'Name of the version' })).toHaveValue('Only a wish')
})

test('on a full storage a version is not called kept, and is once there is room', async ({ studio, page, context }) => {
  const session = await context.newCDPSession(page)
  const { origin } = new URL(test.info().project.use.baseURL ?? '')
  const versions = new VersionsView(page)
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
  await studio.open()
  await versions.open()
  await versions.save('No room')
  await expect(versions.root.getByRole('alert').filter({ hasText: 'Not kept.' })).toContainText('storage is full')
  await expect(versions.called('No room')).toHaveCount(0)
  await session.send('Storage.overrideQuotaForOrigin', { origin })
  await versions.root.getByRole('button', { name: 'Save a version' }).click()
  await expect(versions.called('No room')).toHaveCount(1)
  await expect(versions.root.getByRole('alert')).toHaveCount(0)
})

test('Mod+K finds the versions', async ({ studio, page }) => {
  await studio.open()
  await page.keyboard.press('ControlOrMeta+k')
  const search = page.getByRole('combobox', { name: 'Find a command' })
  await search.fill('versions')
  await expect(page.getByRole('option', { name: 'Versions', selected: true })).toBeVisible()
  await search.press('Enter')
  await expect(new VersionsView(page).root).toBeVisible()
})
