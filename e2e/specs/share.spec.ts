import { askingAgent } from '../pages/agents.ts'
import { ImportDialog } from '../pages/ImportDialog.ts'
import { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'

test('a link carries the agent: it is shown first, and is the same when it is opened', async ({ studio, browser }) => {
  await studio.open()
  await studio.importFile('asker.agent.json', askingAgent({ name: 'Asker of ünusual things' }))
  const sent = await studio.exportFile()
  const link = await studio.copyLink()

  const elsewhere = await browser.newContext()
  const other = new StudioPage(await elsewhere.newPage())
  const requests: string[] = []
  other.page.on('request', (request) => requests.push(request.url()))
  await other.page.goto(link)
  const dialog = new ImportDialog(other.page)
  await expect(dialog.root).toHaveAccessibleName('Import Asker of ünusual things')
  await dialog.openAsNew()
  await expect(other.card('ask')).toBeVisible()
  expect((await other.exportFile()).text).toBe(sent.text)
  expect(requests.filter((url) => url.includes('share'))).toEqual([])
  await other.expectSaved()
  await other.reload()
  await expect(other.card('ask')).toBeVisible()
  await expect(dialog.root).toBeHidden()
  await elsewhere.close()
})

test('a link put into the address of an open page is shown over what is open, which stays as it is', async ({
  studio,
}) => {
  await studio.open()
  await studio.importFile('asker.agent.json', askingAgent({ name: 'Sent' }))
  const link = await studio.copyLink()
  await studio.importFile('other.agent.json', askingAgent({ name: 'Open' }))
  const address = studio.page.url()
  await studio.page.evaluate((url) => window.location.assign(url), link)
  const dialog = new ImportDialog(studio.page)
  await expect(dialog.root).toHaveAccessibleName('Import Sent')
  await expect(studio.page).toHaveURL(address)
  await studio.page.keyboard.press('Escape')
  await expect(dialog.root).toBeHidden()
  expect((await studio.readAgent()).name).toBe('Open')
})

test('a damaged link says so, and what is open stays', async ({ studio }) => {
  await studio.page.goto('/#/share/1.q1YqS')
  const dialog = studio.page.getByRole('dialog', { name: 'Import an agent' })
  await expect(dialog.getByRole('alert')).toContainText('This link is damaged')
  await expect(dialog.getByRole('alert')).toContainText('share.damaged')
})
