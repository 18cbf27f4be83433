import '../../test/withIndexedDB.ts'
import { deleteDB, openDB } from 'idb'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { collect, pick, testAgent } from '../../test/testAgent.ts'
import type { CheckpointSchema } from './CheckpointSchema.ts'
import { createMemoryCheckpointer } from './createMemoryCheckpointer.ts'
import { IndexedDBCheckpointer } from './IndexedDBCheckpointer.ts'

let name: string
let checkpointer: IndexedDBCheckpointer
beforeEach(() => {
  name = `checkpoints-${crypto.randomUUID()}`
  checkpointer = new IndexedDBCheckpointer(name)
  return async () => {
    checkpointer.close()
    await deleteDB(name)
  }
})

const config = { configurable: { thread_id: 't' } }
const fields = { log: { type: 'array', reducer: 'append' }, sum: { type: 'number', reducer: 'add' } } as const

/** Everything that is stored, by the stores. */
async function readAll() {
  const database = await openDB<CheckpointSchema>(name)
  const [checkpoints, values, writes] = await Promise.all([
    database.getAll('checkpoints'),
    database.getAll('values'),
    database.getAll('writes'),
  ])
  database.close()
  return { checkpoints, values, writes }
}

async function change(work: (row: Record<string, unknown>) => object): Promise<void> {
  const database = await openDB<CheckpointSchema>(name)
  for (const row of await database.getAll('checkpoints'))
    await database.put('checkpoints', work({ ...row }) as typeof row)
  database.close()
}

/** A loop of so many turns, each of which says something. */
const talking = (turns: number, more = {}) =>
  testAgent({
    fields: {
      turn: { type: 'number', default: 0 },
      messages: { type: 'messages' },
      note: { type: 'array', reducer: 'append' },
    },
    steps: {
      say: ({ turn }) => ({
        turn: Number(turn) + 1,
        messages: { role: 'assistant', content: `${turn} ${'x'.repeat(200)}` },
        ...(turn === 3 ? { note: 'three' } : {}),
      }),
    },
    edges: ['START -> say', 'say -> say'],
    graph: { recursionLimit: turns },
    services: { checkpointer },
    ...more,
  })

test('a thread can be looked through, rewound and changed', async () => {
  const agent = await testAgent({
    fields,
    steps: { a: () => ({ log: 'a', sum: 1 }), b: () => ({ log: { lc: 1 }, sum: 2 }), c: () => ({ log: ['c', 'd'] }) },
    services: { checkpointer },
  })
  await agent.run({ log: 'in' }, { threadId: 't' })
  const history = []
  for await (const snapshot of agent.graph.getStateHistory(config)) history.push(snapshot)
  expect(history.map(({ values, next }) => [values.log?.length, next])).toEqual([
    [5, []],
    [3, ['n_c']],
    [2, ['n_b']],
    [1, ['n_a']],
    [0, ['__start__']],
  ])
  const beforeB = history[2]?.config
  expect(await agent.graph.invoke(null, beforeB)).toMatchObject({ log: ['in', 'a', { lc: 1 }, 'c', 'd'], sum: 3 })
  const changed = await agent.graph.updateState(beforeB ?? {}, { log: ['x'], sum: 10 }, 'n_a')
  expect(await agent.graph.invoke(null, changed)).toMatchObject({ log: ['in', 'a', 'x', { lc: 1 }, 'c', 'd'], sum: 13 })
})

test('a clock that is set back does not bring an old state back', async () => {
  const put = (id: string, value: number) =>
    checkpointer.put(
      config,
      { v: 4, id, ts: '', channel_values: { value }, channel_versions: { value }, versions_seen: {} },
      { source: 'loop', step: 0, parents: {} },
      { value },
    )
  await put('2', 1)
  await put('1', 2)
  expect((await checkpointer.getTuple(config))?.checkpoint.channel_values).toEqual({ value: 2 })
  await put('2', 3)
  expect((await checkpointer.getTuple(config))?.checkpoint.channel_values).toEqual({ value: 3 })
})

// Hundreds of turns, each of which is written to a database: slow where the disk is.
describe('a long conversation', { timeout: 180_000 }, () => {
  test('stays small, and can be made whole from what is kept', async () => {
    const agent = await talking(400)
    const events = await collect(agent, {}, { threadId: 't' })
    expect(pick(events, 'run-error')[0]?.problem.code).toBe('run.stepLimit')
    const { checkpoints, values, writes } = await readAll()
    expect(checkpoints.length).toBeLessThan(400)
    expect(JSON.stringify([checkpoints, values, writes]).length).toBeLessThan(5e6 / 2.5)

    // Another program, with nothing but the store.
    const other = new IndexedDBCheckpointer(name)
    const again = await talking(1, { services: { checkpointer: other } })
    const { values: state } = await again.graph.getState(config)
    expect(state).toMatchObject({ turn: 400, note: ['three'] })
    expect((state.messages as { content: string }[]).map(({ content }) => content.split(' ')[0])).toEqual(
      Array.from({ length: 400 }, (_, turn) => String(turn)),
    )
    other.close()
  })

  test('its newest hundred checkpoints can be looked at, each with its whole state', async () => {
    const agent = await talking(210)
    await collect(agent, {}, { threadId: 't' })
    const turns: unknown[] = []
    for await (const { values } of agent.graph.getStateHistory(config, { limit: 100 })) {
      turns.push(values.turn)
      expect(values.messages).toHaveLength(Number(values.turn))
      expect(values.note).toEqual(['three'])
    }
    expect(turns).toEqual(Array.from({ length: 100 }, (_, index) => 210 - index))
  })

  test('keeps no value and no write that nothing refers to', async () => {
    await collect(await talking(150), {}, { threadId: 't' })
    const { checkpoints, writes } = await readAll()
    const ids = new Set(checkpoints.map(({ id }) => id))
    expect(checkpoints.every(({ parent }) => parent === undefined || ids.has(parent))).toBe(true)
    expect(writes.every(({ checkpoint }) => ids.has(checkpoint))).toBe(true)
    const database = await openDB<CheckpointSchema>(name)
    const used = new Set(checkpoints.flatMap(({ values }) => values.map(([, , key]) => key)))
    expect(new Set(await database.getAllKeys('values'))).toEqual(used)
    database.close()
  })
})

test('a thread is deleted with those within it, and with no other', async () => {
  const agent = await testAgent({ fields, steps: { a: () => ({ log: 'a' }) }, services: { checkpointer } })
  const threads = ['t', 't/1-2/agent', 't/1-2/agent/3/map', 't0', 'tt', 's/t']
  for (const threadId of threads) await agent.run({}, { threadId })
  await checkpointer.deleteThread('t')
  const { checkpoints, values, writes } = await readAll()
  for (const rows of [checkpoints, writes]) {
    expect(new Set(rows.map(({ thread }) => thread))).toEqual(new Set(['t0', 'tt', 's/t']))
  }
  expect(values.some(({ thread }) => thread.startsWith('t/'))).toBe(false)
})

describe('what is stored is not trusted', () => {
  const run = async () => {
    const agent = await testAgent({ fields, steps: { a: () => ({ log: 'a' }) }, services: { checkpointer } })
    await agent.run({}, { threadId: 't' })
    return agent
  }

  test.each<[string, (row: Record<string, unknown>) => object]>([
    ['no JSON', (row) => ({ ...row, body: '{' })],
    ['no text', (row) => ({ ...row, body: 7 })],
    ['of an unknown kind', (row) => ({ ...row, body: '{"$":"constructor","id":["langchain_core"]}' })],
    ['without versions', (row) => ({ ...row, body: '{"v":4,"ts":""}' })],
    ['endlessly deep', (row) => ({ ...row, metadata: `${'['.repeat(50_000)}${']'.repeat(50_000)}` })],
    ['without its list of values', ({ values: _, ...row }) => row],
    ['with other values', (row) => ({ ...row, values: [['log', 1, 99_999]] })],
  ])('a checkpoint that is %s is damaged, and says so', async (_, spoil) => {
    const agent = await run()
    await change(spoil)
    await expect(agent.run(null, { threadId: 't' })).rejects.toMatchObject({ code: 'storage.damaged' })
  })

  test('nothing in it reaches a prototype', async () => {
    await run()
    await change((row) => ({
      ...row,
      metadata: '{"source":"loop","step":0,"parents":{},"__proto__":{"isAdmin":true}}',
    }))
    const tuple = await checkpointer.getTuple(config)
    expect(Reflect.get(tuple?.metadata ?? {}, 'isAdmin')).toBeUndefined()
  })

  test('what would not come back the same is refused on its way in', async () => {
    for (const value of [new Date(0), new Map(), 1n, Symbol('x')]) {
      await expect(
        checkpointer.putWrites({ configurable: { thread_id: 't', checkpoint_id: 'c' } }, [['x', value]], 'task'),
      ).rejects.toMatchObject({
        code: 'run.resultType',
      })
    }
  })
})

describe('a storage that fails', () => {
  test('says so with a code of its own, and keeps no half of a change', async () => {
    const quota = new DOMException('full', 'QuotaExceededError')
    const agent = await testAgent({ fields, steps: { a: () => ({ log: 'a' }) }, services: { checkpointer } })
    await agent.run({}, { threadId: 't' })
    const before = await readAll()
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw quota
    })
    const { checkpoint, metadata } = (await checkpointer.getTuple(config)) ?? {}
    const put = checkpointer.put(config, { ...checkpoint, id: 'next' } as never, metadata as never, { log: 9, sum: 9 })
    await expect(put).rejects.toMatchObject({ code: 'storage.quota', cause: quota })
    vi.restoreAllMocks()
    expect(await readAll()).toEqual(before)
  })

  test('is opened anew when the browser has dropped it', async () => {
    const agent = await testAgent({ fields, steps: { a: () => ({ log: 'a' }) }, services: { checkpointer } })
    await agent.run({}, { threadId: 't' })
    checkpointer.close()
    expect((await agent.run({}, { threadId: 't' })).log).toEqual(['a', 'a'])
  })
})

test('writes may come before their checkpoint, as in memory', async () => {
  const outlines = []
  for (const saver of [checkpointer, createMemoryCheckpointer()]) {
    const at = { configurable: { thread_id: 't', checkpoint_ns: '', checkpoint_id: 'c' } }
    await saver.putWrites(
      at,
      [
        ['x', 1],
        ['__interrupt__', [{ value: 1 }]],
      ],
      'task',
      'b',
    )
    await saver.putWrites(at, [['x', 2]], 'task', 'b')
    await saver.putWrites(at, [['y', { $: 'undefined', $$: -0 }]], 'other', 'a')
    await saver.put(
      config,
      { v: 4, id: 'c', ts: '', channel_values: {}, channel_versions: {}, versions_seen: {} },
      { source: 'loop', step: 0, parents: {} },
      {},
    )
    outlines.push((await saver.getTuple(config))?.pendingWrites)
  }
  expect(outlines[0]).toEqual(outlines[1])
  expect(outlines[0]).toEqual([
    ['other', 'y', { $: 'undefined', $$: -0 }],
    ['task', '__interrupt__', [{ value: 1 }]],
    ['task', 'x', 1],
  ])
})
