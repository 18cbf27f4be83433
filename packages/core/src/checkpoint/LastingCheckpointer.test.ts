import '../../test/withIndexedDB.ts'
import { deleteDB } from 'idb'
import { beforeEach, expect, test, vi } from 'vitest'
import { collect, testAgent } from '../../test/testAgent.ts'
import type { AgentError } from '../errors/AgentError.ts'
import type { StepFunction } from '../step/StepContext.ts'
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
