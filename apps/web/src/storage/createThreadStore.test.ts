// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { createAgentConfig, createDefaultRegistry, type RunEvent } from '@petal/core/model'
import { IDBFactory } from 'fake-indexeddb'
import { openDB } from 'idb'
import { beforeEach, expect, test, vi } from 'vitest'
import { createLibrary } from './createLibrary.ts'
import { toAgentDraft } from './toAgentDraft.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

const DAY = 24 * 60 * 60 * 1000
const thread = (threadId: string, agentId = 'agent') => {
  return { threadId, agentId, name: `Name of ${threadId}`, lastTurn: 'Hello', updatedAt: 0 }
}
const run = (runId: string, threadId: string) => {
  return { runId, agentId: 'agent', agentName: 'A', startedAt: 0, input: {}, threadId }
}

test('the thread that was used last comes first, whatever the clock says', async () => {
  const { threads } = createLibrary()
  await threads.use({ ...thread('a'), updatedAt: 9 })
  await threads.use({ ...thread('b'), updatedAt: 5 })
  await threads.use({ ...thread('a'), updatedAt: 1 })
  expect((await threads.list()).map(({ threadId, updatedAt }) => [threadId, updatedAt])).toEqual([
    ['a', 1],
    ['b', 5],
  ])
})

test('a thread keeps the name it was given', async () => {
  const { threads } = createLibrary()
  await threads.use(thread('a'))
  await threads.rename('a', 'Mine')
  await threads.use({ ...thread('a'), lastTurn: 'Bye' })
  expect(await threads.list()).toMatchObject([{ name: 'Mine', lastTurn: 'Bye' }])
})

test('what is deleted for good goes with its runs and their events, and nothing else does', async () => {
  const { threads, runs } = createLibrary()
  for (const id of ['a', 'b']) {
    await threads.use(thread(id))
    await runs.start(run(`run-${id}`, id), createAgentConfig())
    await runs.append(`run-${id}`, { index: 0, events: [{ type: 'run-cancel' } as RunEvent], status: 'stopped' })
  }
  await threads.purge(['a'])
  expect((await threads.list()).map(({ threadId }) => threadId)).toEqual(['b'])
  expect((await runs.list()).map(({ runId }) => runId)).toEqual(['run-b'])
  expect(await runs.events('run-a')).toEqual([])
  expect(await runs.events('run-b')).toHaveLength(1)
})

test('forgotten are threads thirty days in the trash, and those of agents that are gone', async () => {
  const { threads, create, purge } = createLibrary()
  const { id } = await create(toAgentDraft(createAgentConfig(), createDefaultRegistry()))
  await threads.use(thread('kept', id))
  await threads.use(thread('trashed', id))
  await threads.use(thread('orphan', 'nobody'))
  await threads.setTrashed('trashed', true)
  expect(await threads.findForgotten(Date.now() + 29 * DAY)).toEqual(['orphan'])
  expect((await threads.findForgotten(Date.now() + 31 * DAY)).toSorted()).toEqual(['orphan', 'trashed'])
  await threads.setTrashed('trashed', false)
  expect(await threads.findForgotten(Date.now() + 31 * DAY)).toEqual(['orphan'])
  await purge(id)
  expect(await threads.findForgotten(0)).toHaveLength(3)
})

test('the newest run of a thread stays when older runs make room', async () => {
  const { threads, runs } = createLibrary()
  await threads.use(thread('a'))
  const others = Array.from({ length: 45 }, (_, index) => run(`other-${index}`, `t${index}`))
  for (const record of [run('old', 'a'), run('newest', 'a'), ...others]) {
    await runs.start(record, createAgentConfig())
    await runs.setStatus(record.runId, 'done')
  }
  const kept = (await runs.list()).map(({ runId }) => runId)
  expect(kept).toContain('newest')
  expect(kept).not.toContain('old')
  expect(kept).toHaveLength(41)
})

test('a library from before there were threads is taken over', async () => {
  const old = await openDB('petal-studio', 1, {
    upgrade(database) {
      database.createObjectStore('summaries', { keyPath: 'id' })
      const store = database.createObjectStore('runs', { keyPath: 'runId' })
      store.createIndex('byOrder', 'order')
      database.createObjectStore('runEvents', { keyPath: ['runId', 'index'] })
    },
  })
  await old.put('runs', { ...run('r', 't'), order: 1, status: 'done' })
  old.close()
  const { threads, runs } = createLibrary()
  await threads.use(thread('t'))
  expect(await threads.list()).toHaveLength(1)
  await vi.waitFor(async () => expect(await runs.list()).toMatchObject([{ runId: 'r' }]))
})
