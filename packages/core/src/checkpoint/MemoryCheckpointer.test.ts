import { type CheckpointTuple, MemorySaver } from '@langchain/langgraph-checkpoint'
import { expect, test } from 'vitest'
import { collect, pick, testAgent } from '../../test/testAgent.ts'
import type { Checkpointer } from './Checkpointer.ts'
import { createMemoryCheckpointer } from './createMemoryCheckpointer.ts'
import { guardCheckpointer } from './guardCheckpointer.ts'

const fields = { log: { type: 'array', reducer: 'append' }, sum: { type: 'number', reducer: 'add' } } as const
const steps = {
  a: () => ({ log: 'a', sum: 1 }),
  b: () => ({ log: { lc: 1 }, sum: 2 }),
  c: () => ({ log: ['c', 'd'] }),
}
const config = { configurable: { thread_id: 't' } }

async function tuplesOf(checkpointer: Checkpointer, options = {}): Promise<CheckpointTuple[]> {
  const tuples: CheckpointTuple[] = []
  for await (const tuple of checkpointer.list(config, options)) tuples.push(tuple)
  return tuples
}

/** What identifies a checkpoint to a reader, whatever its random id. */
const outline = ({ metadata, pendingWrites = [] }: CheckpointTuple) => ({
  step: metadata?.step,
  source: metadata?.source,
  writes: pendingWrites.map(([, channel]) => channel).sort(),
})

test.each<[string, () => Checkpointer]>([
  ['ours', createMemoryCheckpointer],
  ['one from outside', () => new MemorySaver()],
])('a thread can be looked through, rewound and changed (%s)', async (_, create) => {
  const checkpointer = create()
  const agent = await testAgent({ fields, steps, services: { checkpointer } })
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
  // Again from before b, and with another past.
  const beforeB = history[2]?.config
  expect(await agent.graph.invoke(null, beforeB)).toMatchObject({ log: ['in', 'a', { lc: 1 }, 'c', 'd'], sum: 3 })
  const changed = await agent.graph.updateState(beforeB ?? {}, { log: ['x'], sum: 10 }, 'n_a')
  expect(await agent.graph.invoke(null, changed)).toMatchObject({ log: ['in', 'a', 'x', { lc: 1 }, 'c', 'd'], sum: 13 })
})

test('a memory of ours answers as the library’s own does', async () => {
  const [ours, theirs] = [createMemoryCheckpointer(), guardCheckpointer(new MemorySaver())]
  for (const checkpointer of [ours, theirs]) {
    const agent = await testAgent({ fields, steps, services: { checkpointer } })
    await agent.run({}, { threadId: 't' })
    await agent.run({ log: 'again' }, { threadId: 't' })
  }
  const [mine, reference] = [await tuplesOf(ours), await tuplesOf(theirs)]
  expect(mine.map(outline)).toEqual(reference.map(outline))
  expect((await tuplesOf(ours, { limit: 2 })).map(outline)).toEqual(reference.slice(0, 2).map(outline))
  expect(await tuplesOf(ours, { before: mine[1]?.config })).toEqual(mine.slice(2))
  const inputs = { filter: { source: 'input' } }
  expect((await tuplesOf(ours, inputs)).map(outline)).toEqual((await tuplesOf(theirs, inputs)).map(outline))
  expect(await ours.getTuple(mine[3]?.config ?? {})).toEqual(mine[3])
  for (const checkpointer of [ours, theirs]) {
    await checkpointer.deleteThread('t')
    expect(await checkpointer.getTuple(config)).toBeUndefined()
    expect(await tuplesOf(checkpointer)).toEqual([])
  }
})

test('a clock that is set back does not bring an old state back', async () => {
  const checkpointer = createMemoryCheckpointer()
  const put = (id: string, value: number) =>
    checkpointer.put(
      config,
      { v: 4, id, ts: '', channel_values: { value }, channel_versions: {}, versions_seen: {} },
      { source: 'loop', step: 0, parents: {} },
      {},
    )
  await put('2', 1)
  await put('1', 2)
  expect((await checkpointer.getTuple(config))?.checkpoint.channel_values).toEqual({ value: 2 })
})

test('a thousand turns with their whole history stay small', async () => {
  const checkpointer = new MemorySaver()
  const agent = await testAgent({
    fields: { turn: { type: 'number', default: 0 }, messages: { type: 'messages' } },
    steps: {
      say: (state) => ({ turn: Number(state.turn) + 1, messages: { role: 'assistant', content: 'x'.repeat(200) } }),
    },
    edges: ['START -> say', 'say -> say'],
    graph: { recursionLimit: 250 },
    services: { checkpointer },
  })
  const events = await collect(agent, {}, { threadId: 't' })
  expect(pick(events, 'state').at(-1)?.state.turn).toBe(250)
  expect(sizeOf(checkpointer.storage) + sizeOf(checkpointer.writes)).toBeLessThan(5e6 / 4)
})

/** Bytes in nested records of byte arrays and strings. */
function sizeOf(value: unknown): number {
  if (value instanceof Uint8Array) return value.byteLength
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 8
  return Object.entries(value).reduce((sum, [key, inner]) => sum + key.length + sizeOf(inner), 0)
}
