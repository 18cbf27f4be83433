import type { Page } from '@playwright/test'
import { smallAgent, smallStep, toText } from '../pages/agents.ts'
import { FilesView } from '../pages/FilesView.ts'
import type { StudioPage } from '../pages/StudioPage.ts'
import { expect, test } from '../pages/test.ts'

const file = 'doorman.agent.json'
/** Written by hand, with what nobody here knows. */
const text = toText({
  ...smallAgent,
  name: 'Doorman',
  mood: { today: 'good' },
  steps: [
    { ...smallStep, colour: 'green' },
    { id: 'dream', strategyType: 'dreamer', nodeName: 'Dream', config: { depth: 3, of: ['sheep'] } },
  ],
})
const changed = text.replace('Doorman', 'Doorman of git')

/** The studio with an agent that was opened from its file. */
async function openLinked(studio: StudioPage, page: Page): Promise<FilesView> {
  const files = new FilesView(page)
  await files.answerPickers(file)
  await studio.open()
  await files.write(file, text)
  await files.runCommand('Open a file')
  await expect(files.saved(file)).toBeVisible()
  return files
}

test('a file is opened, edited and saved to again, and what is not known here stays word for word', async ({
  studio,
  page,
}) => {
  const files = new FilesView(page)
  await files.answerPickers(file)
  await studio.open()
  await files.write(file, text)
  await files.runCommand('Open a file')
  await expect(page.getByRole('textbox', { name: 'Agent name' })).toHaveValue('Doorman')
  await expect(studio.card('dream')).toContainText('Dream')
  await expect(files.saved(file)).toBeVisible()

  await files.rename('Doorman, edited')
  await expect(files.unsaved(file)).toBeVisible()
  expect(await files.read(file)).toBe(text)
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByText(`Saved to ${file}`, { exact: true })).toBeVisible()
  await expect(files.saved(file)).toBeVisible()
  const written = await files.read(file)
  expect(JSON.parse(written)).toMatchObject({ ...JSON.parse(text), name: 'Doorman, edited' })
  expect((await studio.exportFile()).text).toBe(written)
})

test('the file is known after a reload; the browser asks again, and saving goes on', async ({ studio, page }) => {
  const files = await openLinked(studio, page)
  await studio.expectSaved()
  await files.forgetPermissions()
  await studio.reload()
  await expect(files.saved(file)).toBeVisible()
  await files.rename('After the reload')
  await files.unsaved(file).click()
  await expect(files.saved(file)).toBeVisible()
  expect(await files.read(file)).toContain('"After the reload"')

  // Opened again, it is the same agent.
  const address = page.url()
  await studio.newAgent()
  await page.getByRole('button', { name: 'Open the library' }).click()
  await page.getByRole('dialog', { name: 'Library' }).getByRole('button', { name: 'Open a file' }).click()
  await expect(page.getByRole('textbox', { name: 'Agent name' })).toHaveValue('After the reload')
  expect(page.url()).toBe(address)
})

test('a file that another program has changed is noticed on coming back: reloaded, and undone', async ({
  studio,
  page,
}) => {
  const files = await openLinked(studio, page)
  await files.rename('Mine')
  await expect(files.unsaved(file)).toBeVisible()

  await files.write(file, changed)
  await files.comeBack()
  await expect(files.changedDialog.getByRole('region', { name: 'What reloading would change' })).toContainText('Name')
  await files.changedDialog.getByRole('button', { name: 'Reload' }).click()
  await expect(files.changedDialog).toBeHidden()
  const name = page.getByRole('textbox', { name: 'Agent name' })
  await expect(name).toHaveValue('Doorman of git')
  await expect(files.saved(file)).toBeVisible()
  await studio.undo()
  await expect(name).toHaveValue('Mine')
  await expect(files.unsaved(file)).toBeVisible()
})

test('a changed file is never saved over unasked; keeping mine puts the other one into the library', async ({
  studio,
  page,
}) => {
  const files = await openLinked(studio, page)
  await files.rename('Mine')
  await expect(files.unsaved(file)).toBeVisible()

  await files.write(file, changed)
  await page.keyboard.press('ControlOrMeta+s')
  await expect(files.changedDialog).toBeVisible()
  expect(await files.read(file)).toBe(changed)
  await files.changedDialog.getByRole('button', { name: 'Keep mine' }).click()
  await expect(files.changedDialog).toBeHidden()
  expect(await files.read(file)).toBe(changed)
  await page.keyboard.press('ControlOrMeta+s')
  await expect(files.saved(file)).toBeVisible()
  expect(await files.read(file)).toContain('"Mine"')

  await page.getByRole('button', { name: 'Open the library' }).click()
  await page.getByRole('button', { name: 'Open Doorman of git (from the file)', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Agent name' })).toHaveValue('Doorman of git')
})

test('a file full of merge marks cannot be reloaded, and is kept word for word', async ({ studio, page }) => {
  const files = await openLinked(studio, page)
  await files.write(file, `<<<<<<< mine\n${text}=======\n>>>>>>> theirs\n`)
  await files.comeBack()
  await expect(files.changedDialog.getByRole('alert')).toContainText('cannot be read')
  await expect(files.changedDialog.getByRole('button', { name: 'Reload' })).toBeDisabled()
  await files.changedDialog.getByRole('button', { name: 'Keep mine' }).click()
  await page.getByRole('button', { name: 'Open the library' }).click()
  await expect(page.getByRole('button', { name: `Open ${file} (from the file)`, exact: true })).toBeVisible()
})

test('a folder lists its agents; they are opened and saved there, also after a reload', async ({ studio, page }) => {
  const files = new FilesView(page)
  await files.answerPickers('agents')
  await studio.open()
  await files.write(`agents/${file}`, text)
  await files.write('agents/more/deep.agent.json', text.replace('Doorman', 'Deep'))
  await files.write('agents/notes.json', '{}')
  await files.runCommand('Open a folder of agents')
  const library = page.getByRole('dialog', { name: 'Library' })
  await expect(library.getByRole('tab', { name: 'Folder: agents' })).toHaveAttribute('data-state', 'active')
  await expect(library.getByRole('button', { name: /^Open .*json$/ })).toHaveText([file, 'more/deep.agent.json'])

  await library.getByRole('button', { name: 'Open more/deep.agent.json' }).click()
  await expect(library).toBeHidden()
  await expect(files.saved('deep.agent.json')).toBeVisible()
  await files.rename('Deeper')
  await expect(files.unsaved('deep.agent.json')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+s')
  await expect(files.saved('deep.agent.json')).toBeVisible()
  expect(await files.read('agents/more/deep.agent.json')).toContain('"Deeper"')
  await studio.expectSaved()

  await files.forgetPermissions()
  await studio.reload()
  await files.openLibraryTab('Folder: agents')
  await library.getByRole('button', { name: 'Allow agents' }).click()
  await expect(library.getByRole('button', { name: `Open ${file}` })).toBeVisible()
  await library.getByRole('button', { name: 'Save the open agent here' }).click()
  await expect(files.saved('deeper.agent.json')).toBeVisible()
  expect(await files.read('agents/deeper.agent.json')).toBe(await files.read('agents/more/deep.agent.json'))

  await files.openLibraryTab('Folder: agents')
  await library.getByRole('button', { name: 'Close the folder' }).click()
  await expect(library.getByRole('tab', { name: 'Folder: agents' })).toHaveCount(0)
  expect(await files.read(`agents/${file}`)).toBe(text)
})

test('an agent is saved to a file that is chosen in the export dialog, and to the same with the keys', async ({
  studio,
  page,
}) => {
  const files = new FilesView(page)
  await files.answerPickers(file)
  await studio.open()
  await studio.openExample('Support triage')
  const { text: exported } = await studio.exportFile()
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('button', { name: 'Save to a file…' }).click()
  await expect(files.saved('support-triage.agent.json')).toBeVisible()
  expect(await files.read('support-triage.agent.json')).toBe(exported)
  await files.rename('Triage')
  await expect(files.unsaved('support-triage.agent.json')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+s')
  await expect(files.saved('support-triage.agent.json')).toBeVisible()
  expect(await files.read('support-triage.agent.json')).toContain('"Triage"')
})

test('a text that looks like a key is pointed out when the agent is saved to its file', async ({ studio, page }) => {
  const files = new FilesView(page)
  await files.answerPickers(file)
  await studio.open()
  await files.write(file, text.replace('"Hello"', '"Use sk-proj-abcdefghijklmnop1234567890 for it"'))
  await files.runCommand('Open a file')
  await expect(files.saved(file)).toBeVisible()
  await files.rename('Careless')
  await expect(files.unsaved(file)).toBeVisible()
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByText('A text in it looks like a key. Export shows where.')).toBeVisible()
  await expect(files.saved(file)).toBeVisible()
})

test('where the browser cannot save to files, it offers none of it, and Mod+S exports', async ({ studio, page }) => {
  const files = new FilesView(page)
  await files.takePickersAway()
  await studio.open()
  await page.keyboard.press('ControlOrMeta+s')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog.getByRole('button', { name: 'Download' })).toBeVisible()
  await expect(dialog.getByRole('button', { name: /^Save to/ })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Open the library' }).click()
  const library = page.getByRole('dialog', { name: 'Library' })
  await expect(library.getByRole('button', { name: 'Import', exact: true })).toBeVisible()
  await expect(library.getByRole('button', { name: 'Open a folder of agents' })).toHaveCount(0)
})
