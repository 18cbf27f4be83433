import '../../test/withIndexedDB.ts'
import { deleteDB, openDB } from 'idb'
import { beforeEach, expect, test, vi } from 'vitest'
import { collect, testAgent } from '../../test/testAgent.ts'
import type { AgentError } from '../errors/AgentError.ts'
import type { StepFunction } from '../step/StepContext.ts'
import type { CheckpointSchema } from './CheckpointSchema.ts'
import { IndexedDBCheckpointer } from './IndexedDBCheckpointer.ts'
import { LastingCheckpointer } from './LastingCheckpointer.ts'

let name: string
beforeEach(() => {
  name = `lasting-${crypto.randomUUID()}`
  return async () => {
    vi.restoreAllMocks()
    await deleteDB(name)
  }
})

const fields = { log: { type: 'array', reducer: 'append' } } as const
const ask: StepFunction = (_, { ask: question }) => ({ log: question('ok?') })
const steps = { before: () => ({ log: 'before' }), human: ask, after: () => ({ log: 'after' }) }

/** A program of its own: nothing but the store is shared with the others. */
function open() {
  const faults: [string, string][] = []
  const store = new IndexedDBCheckpointer(name)
  const tell = (fault: AgentError, threadId: string) => faults.push([fault.code, threadId])
  const checkpointer = new LastingCheckpointer(store, tell)
  return { store, faults, checkpointer, agent: testAgent({ fields, steps, services: { checkpointer } }) }
}

const full = () => {
  throw new DOMException('full', 'QuotaExceededError')
}

test('another program goes on where one stopped', async () => {
  const first = open()
  await collect(await first.agent, {}, { threadId: 't' })
  first.store.close()
  const second = open()
  const events = await collect(await second.agent, null, { threadId: 't', resume: 'yes' })
  expect(events.at(-1)).toMatchObject({ type: 'run-end', state: { log: ['before', 'yes', 'after'] } })
  expect([...first.faults, ...second.faults]).toEqual([])
  second.store.close()
})

test('a run goes on when the store is full, and says once that it is not kept', async () => {
  const { agent, faults, store } = open()
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(full)
  await collect(await agent, {}, { threadId: 't' })
  const events = await collect(await agent, null, { threadId: 't', resume: 'yes' })
  expect(events.at(-1)).toMatchObject({ type: 'run-end', state: { log: ['before', 'yes', 'after'] } })
  expect(faults).toEqual([['storage.quota', 't']])
  store.close()
})

test('a run goes on where there is no storage at all', async () => {
  const { agent, faults } = open()
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
    throw new DOMException('no', 'SecurityError')
  })
  await collect(await agent, {}, { threadId: 't' })
  const events = await collect(await agent, null, { threadId: 't', resume: 'yes' })
  expect(events.at(-1)?.type).toBe('run-end')
  expect(faults).toEqual([['storage.unavailable', 't']])
})

test('a thread that was let go of is read again', async () => {
  const { agent, checkpointer, store } = open()
  await collect(await agent, {}, { threadId: 't' })
  await checkpointer.release('t')
  const events = await collect(await agent, null, { threadId: 't', resume: 'yes' })
  expect(events.at(-1)).toMatchObject({ type: 'run-end', state: { log: ['before', 'yes', 'after'] } })
  await checkpointer.deleteThread('t')
  expect(await store.getTuple({ configurable: { thread_id: 't' } })).toBeUndefined()
  store.close()
})

const at = (threadId: string) => ({ configurable: { thread_id: threadId } })

const keep = (checkpointer: LastingCheckpointer, threadId: string, values: object = { value: threadId }) =>
  checkpointer.put(
    at(threadId),
    {
      ...{ v: 4, id: '1', ts: '', versions_seen: {} },
      channel_values: { ...values },
      channel_versions: { value: 1 },
    },
    { source: 'loop', step: 0, parents: {} },
    { value: 1 },
  )

async function listThreads(checkpointer: LastingCheckpointer, config = {}): Promise<unknown[]> {
  const threads: unknown[] = []
  for await (const { config: place } of checkpointer.list(config)) threads.push(place.configurable?.thread_id)
  return threads
}

test('without a thread all that is kept is listed, with one only its own', async () => {
  const { checkpointer, store } = open()
  await keep(checkpointer, 'a')
  await keep(checkpointer, 'b')
  expect((await listThreads(checkpointer)).toSorted()).toEqual(['a', 'b'])
  expect(await listThreads(checkpointer, at('b'))).toEqual(['b'])
  store.close()
})

test('letting go of one thread leaves the others as they are', async () => {
  const { checkpointer, store } = open()
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(full)
  for (const thread of ['a', 'a/inner', 'ab']) await keep(checkpointer, thread)
  await checkpointer.release('a')
  const there = async (thread: string) => (await checkpointer.getTuple(at(thread))) !== undefined
  // Nothing reached the store: what was let go of is gone.
  expect([await there('a'), await there('a/inner'), await there('ab')]).toEqual([false, false, true])
  store.close()
})

test('a thread that was let go of is tried anew, and its fault told anew', async () => {
  const { checkpointer, faults, store } = open()
  const spy = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(full)
  await keep(checkpointer, 'a')
  await keep(checkpointer, 'a')
  await keep(checkpointer, 'b')
  expect(faults).toEqual([
    ['storage.quota', 'a'],
    ['storage.quota', 'b'],
  ])
  spy.mockRestore()
  await checkpointer.release('a')
  await keep(checkpointer, 'a')
  await keep(checkpointer, 'b')
  // A thread with a hole in it stays out of the store.
  const kept = async (thread: string) => (await store.getTuple(at(thread))) !== undefined
  expect([await kept('a'), await kept('b')]).toEqual([true, false])
  expect(faults).toHaveLength(2)
  store.close()
})

test('a thread that is damaged is not taken for an empty one', async () => {
  const first = open()
  await keep(first.checkpointer, 't')
  first.store.close()
  const database = await openDB<CheckpointSchema>(name)
  for (const row of await database.getAll('checkpoints')) await database.put('checkpoints', { ...row, body: '{' })
  database.close()
  const { checkpointer, faults, store } = open()
  await expect(checkpointer.getTuple(at('t'))).rejects.toMatchObject({ code: 'storage.damaged' })
  expect(faults).toEqual([])
  store.close()
})

test('what no store could keep is the fault of the run', async () => {
  const { checkpointer, faults, store } = open()
  await expect(keep(checkpointer, 't', { value: () => undefined })).rejects.toMatchObject({ code: 'run.resultType' })
  await expect(checkpointer.putWrites({}, [['value', 1]], 'task')).rejects.toMatchObject({ code: 'run.noThread' })
  expect(faults).toEqual([])
  store.close()
})
