import { ChatView } from '../pages/ChatView.ts'
import { chatAgent } from '../pages/chatAgent.ts'
import { countStoredEvents } from '../pages/countStoredEvents.ts'
import { StudioPage } from '../pages/StudioPage.ts'
import { readAllStorage } from '../pages/storedRuns.ts'
import { expect, test } from '../pages/test.ts'
import { createGate } from '../server/createGate.ts'
import type { ModelServer } from '../server/ModelServer.ts'

async function open(studio: StudioPage, server: ModelServer): Promise<ChatView> {
  await studio.open()
  await studio.importFile('chat.agent.json', chatAgent(server.baseUrl, { memoryType: 'conversation' }))
  return new ChatView(studio)
}

/** Takes a deletion back by the toast that told it: the editor has an Undo of its own. */
async function undoDeletion(studio: StudioPage, name: string): Promise<void> {
  const told = studio.page.getByRole('listitem').filter({ hasText: `Deleted “${name}”` })
  await told.getByRole('button', { name: 'Undo' }).click()
}

const lastSent = (server: ModelServer) => server.requests.at(-1)?.body.messages?.map(({ content }) => content) ?? []

test('a chat goes on with its thread, after a reload and in a new session', async ({ studio, server, context }) => {
  const chat = await open(studio, server)
  await expect(chat.current).toHaveAccessibleName('Thread: New thread')
  await chat.say('My name is Ada', true)
  await expect(chat.current).toHaveAccessibleName('Thread: My name is Ada')
  await expect.poll(() => countStoredEvents(studio.page, 'run-end')).toBe(1)
  await studio.reload()
  await expect(chat.current).toHaveAccessibleName('Thread: My name is Ada')
  await expect(chat.conversation).toContainText('Echo: My name is Ada')
  await chat.say('What is my name?')
  expect(lastSent(server)).toEqual(['Be brief.', 'My name is Ada', 'Echo: My name is Ada', 'What is my name?'])

  await expect.poll(() => countStoredEvents(studio.page, 'run-end')).toBe(2)
  const url = studio.page.url()
  const other = await context.newPage()
  await studio.page.close()
  await other.goto(url)
  const conversation = other.getByRole('region', { name: 'Run', exact: true }).getByLabel('Answer', { exact: true })
  await expect(conversation).toContainText('Echo: What is my name?')
})

test('a new thread is one click or one key away, and leaves the others as they are', async ({ studio, server }) => {
  const chat = await open(studio, server)
  await chat.say('First', true)
  await studio.runPanel.getByRole('button', { name: 'New thread', exact: true }).click()
  await expect(chat.conversation).not.toContainText('First')
  await chat.say('Second')
  expect(lastSent(server)).toEqual(['Be brief.', 'Second'])
  await chat.box.press('Shift+Alt+N')
  await expect(chat.current).toHaveAccessibleName('Thread: New thread')
  await chat.say('Third')
  expect(lastSent(server)).toEqual(['Be brief.', 'Third'])

  const list = await chat.list()
  const rows = list.getByRole('listitem')
  await expect(rows).toHaveText([/Third.*Echo: Third/s, /Second/, /First/])
  await expect(list.getByRole('button', { name: /^Third/ })).toHaveAttribute('aria-current', 'true')
  await list.getByRole('button', { name: /^First/ }).click()
  await expect(chat.conversation).toContainText('Echo: First')
  await chat.say('Again')
  expect(lastSent(server)).toEqual(['Be brief.', 'First', 'Echo: First', 'Again'])
})

test('a thread is renamed, deleted, brought back and deleted for good', async ({ studio, server }) => {
  const chat = await open(studio, server)
  await chat.say('Canary one', true)
  await studio.runPanel.getByRole('button', { name: 'New thread', exact: true }).click()
  await chat.say('Second')

  let list = await chat.list()
  await list.getByRole('button', { name: 'Rename Canary one' }).click()
  const name = list.getByRole('textbox', { name: 'Name of the thread' })
  await name.fill('Dropped')
  await name.press('Escape')
  await expect(list.getByRole('button', { name: /^Canary one/ })).toBeVisible()
  await list.getByRole('button', { name: 'Rename Canary one' }).click()
  await name.fill('About birds')
  await name.press('Enter')
  await expect(list.getByRole('button', { name: /^About birds/ })).toBeVisible()

  await list.getByRole('button', { name: 'Delete About birds' }).click()
  await expect(list.getByRole('list', { name: 'Threads of this agent' }).getByRole('listitem')).toHaveCount(1)
  await undoDeletion(studio, 'About birds')
  if (!(await list.isVisible())) list = await chat.list()
  await expect(list.getByRole('button', { name: /^About birds/ })).toBeVisible()

  await list.getByRole('button', { name: 'Delete About birds' }).click()
  await list.getByRole('button', { name: /Deleted \(1\)/ }).click()
  await list.getByRole('button', { name: 'Delete for good' }).click()
  await expect(list.getByRole('button', { name: /Deleted/ })).toHaveCount(0)
  expect(await readAllStorage(studio.page)).not.toContain('Canary')
})

test('a thread that cannot be deleted stays, and the reason is told', async ({ studio, server }) => {
  const chat = await open(studio, server)
  await chat.say('Only one', true)
  const list = await chat.list()
  await list.getByRole('button', { name: 'Delete Only one' }).click()
  await list.getByRole('button', { name: /Deleted \(1\)/ }).click()
  await studio.page.evaluate(() => {
    IDBObjectStore.prototype.delete = () => {
      throw new DOMException('No room.', 'QuotaExceededError')
    }
  })
  await list.getByRole('button', { name: 'Delete for good' }).click()
  await expect(studio.page.getByText('The browser storage is full')).toBeVisible()
  await expect(list.getByRole('button', { name: /Deleted \(1\)/ })).toBeVisible()
})

test('deleting the thread on screen begins a new one; undo brings it back to the screen', async ({
  studio,
  server,
}) => {
  const chat = await open(studio, server)
  await chat.say('Only one', true)
  const list = await chat.list()
  await list.getByRole('button', { name: 'Delete Only one' }).click()
  await expect(chat.current).toHaveAccessibleName('Thread: New thread')
  await expect(chat.conversation).not.toContainText('Only one')
  await undoDeletion(studio, 'Only one')
  await expect(chat.current).toHaveAccessibleName('Thread: Only one')
  await expect(chat.conversation).toContainText('Echo: Only one')
})

test('a thread that runs in one tab is not run in another, which says so, and can begin another', async ({
  studio,
  server,
  context,
}) => {
  const chat = await open(studio, server)
  await chat.say('First', true)
  await expect.poll(() => countStoredEvents(studio.page, 'run-end')).toBe(1)
  const other = new StudioPage(await context.newPage())
  await other.open(studio.page.url())
  const there = new ChatView(other)
  await expect(there.conversation).toContainText('Echo: First')

  const gate = createGate()
  server.next({ text: 'One moment', gate: (word) => (word === 1 ? gate.passed : undefined) })
  await chat.box.fill('Second')
  await chat.box.press('Enter')
  await expect(chat.conversation).toContainText('One')
  await there.box.fill('Third')
  await there.box.press('Enter')
  await expect(other.runPanel.getByRole('alert')).toContainText('in another tab')
  await expect(there.box).toHaveValue('Third')
  expect(server.requests).toHaveLength(2)

  gate.open()
  await studio.expectRun('Done')
  // What could not be said yet is still there to be said, after what was said meanwhile.
  await expect(async () => {
    await there.box.press('Enter')
    await expect(there.box).toHaveValue('', { timeout: 1000 })
  }).toPass()
  await expect(there.conversation).toContainText('Echo: Third')
  expect(lastSent(server)).toEqual(['Be brief.', 'First', 'Echo: First', 'Second', 'One moment', 'Third'])
})
