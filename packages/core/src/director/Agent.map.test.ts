import fc from 'fast-check'
import { expect, test } from 'vitest'
import { collect, pick, testAgent } from '../../test/testAgent.ts'
import { createAgentConfig } from '../config/createAgentConfig.ts'
import type { RunEvent } from '../events/RunEvent.ts'
import type { RunState } from '../events/RunState.ts'
import { reduceRun } from '../events/reduceRun.ts'
import type { Json } from '../json/Json.ts'
import type { StepFunction } from '../step/StepContext.ts'

const fields = {
  list: { type: 'array', input: true },
  topic: { type: 'string', default: 'tea' },
  results: { type: 'array' },
} as const

type Settings = Readonly<Record<string, Json>>

/** An agent whose one step goes through `list`, and does with each item what a function of the test does. */
function mapping(work: StepFunction, settings: Settings = {}, more: Parameters<typeof testAgent>[0]['config'] = {}) {
  const step = { strategyType: 'work', config: {} }
  const config = { over: 'list', step, output: 'result', writes: 'results', ...settings }
  return testAgent({
    fields,
    steps: {},
    config: { steps: [{ id: 'each', strategyType: 'map', nodeName: 'Each', config }], ...more },
    more: { work },
  })
}

const stateOf = (events: readonly RunEvent[]) => {
  const last = events.at(-1)
  if (last?.type !== 'run-end') throw new Error(`ended with ${JSON.stringify(last)}`)
  return last.state
}

const fold = (events: readonly RunEvent[]) => events.reduce<RunState | undefined>(reduceRun, undefined)

/** Work that ends when the test says so. */
function gates(count: number) {
  return Array.from({ length: count }, () => {
    let resolve = () => {}
    const promise = new Promise<void>((done) => {
      resolve = done
    })
    return { promise, resolve }
  })
}

test('results stand in the order of the items, whatever order they finish in', async () => {
  const done = gates(4)
  const agent = await mapping(async ({ item, index }) => {
    // Each waits for the one after it.
    await done[Number(index) + 1]?.promise
    done[Number(index)]?.resolve()
    return { result: `${String(item)}!` }
  })
  const events = await collect(agent, { list: ['a', 'b', 'c', 'd'] })
  expect(stateOf(events).results).toEqual(['a!', 'b!', 'c!', 'd!'])
  const ended = pick(events, 'step-end').flatMap(({ key }) => key ?? [])
  expect(ended).toEqual(['item 4', 'item 3', 'item 2', 'item 1'])
})

test('an empty list gives an empty result, and is told as such', async () => {
  const agent = await mapping(() => ({ result: 1 }))
  const events = await collect(agent, { list: [] })
  expect(stateOf(events).results).toEqual([])
  expect(pick(events, 'step-progress')).toEqual([])
})

test('as many items as allowed are under way at once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer(), { maxLength: 12 }),
      fc.integer({ min: 1, max: 6 }),
      fc.scheduler(),
      async (list, concurrency, scheduler) => {
        let under = 0
        let most = 0
        const expected = Math.min(concurrency, list.length)
        const [full] = gates(1)
        const agent = await mapping(
          async ({ item }) => {
            under += 1
            most = Math.max(most, under)
            // None ends before so many are under way: with fewer at once the run would wait for ever.
            if (under === expected) full?.resolve()
            await full?.promise
            await scheduler.schedule(Promise.resolve())
            under -= 1
            return { result: [item ?? null] }
          },
          { concurrency },
        )
        const events = await scheduler.waitFor(collect(agent, { list }))
        expect(stateOf(events).results).toEqual(list.map((item) => [item]))
        expect(most).toBe(expected)
      },
    ),
    { numRuns: 20 },
  )
})

test('item, number and further fields reach the work under the names that were chosen', async () => {
  const seen: unknown[] = []
  const agent = await mapping(
    (state) => {
      seen.push(state)
      return { out: 1 }
    },
    {
      itemField: 'article',
      indexField: 'number',
      inputs: [
        { from: 'topic', to: 'about' },
        { from: 'topic', to: 'out' },
      ],
      output: 'out',
    },
  )
  await collect(agent, { list: ['x', 'y'] })
  expect(seen).toEqual([
    { article: 'x', number: 0, about: 'tea', out: 'tea' },
    { article: 'y', number: 1, about: 'tea', out: 'tea' },
  ])
})

test.each<[string, Settings, unknown]>([
  ['the one field that the step wrote', { values: [{ field: 'a', value: '{item}!' }] }, 'x!'],
  [
    'all fields that the step wrote',
    {
      values: [
        { field: 'a', value: '{item}!' },
        { field: 'b', value: '{index}' },
      ],
    },
    { a: 'x!', b: '0' },
  ],
])('without a field as the result, it is %s', async (_, config, expected) => {
  const agent = await mapping(() => ({}), { step: { strategyType: 'set', config }, output: '' })
  expect(stateOf(await collect(agent, { list: ['x'] })).results).toEqual([expected])
})

test('without a field as the result, it is the words of a step that only speaks', async () => {
  const llm = { strategyType: 'llm', config: { promptTemplate: 'Say {item}' } }
  const events = await collect(await mapping(() => ({}), { step: llm, output: '' }), { list: ['x'] })
  expect(stateOf(events).results).toEqual([pick(events, 'model-end')[0]?.message.content])
})

test('without a field as the result, it is the whole state of an agent', async () => {
  const one = {
    ...createAgentConfig({ name: 'One', fields: { item: { type: 'string', input: true }, r: { type: 'string' } } }),
    steps: [{ id: 'a', strategyType: 'set', config: { values: [{ field: 'r', value: '{item}!' }] } }],
  }
  const agent = await mapping(() => ({}), { agent: 'one', output: '' }, { agents: { one } })
  expect(stateOf(await collect(agent, { list: ['x'] })).results).toEqual([{ item: 'x', r: 'x!' }])
})

const failing: StepFunction = ({ item }) => {
  if (item === 'bad') throw new TypeError('no good')
  return { result: item ?? null }
}

test.each<[string, Settings, Json]>([
  ['left out', { onItemError: 'skip' }, ['a', 'b']],
  ['replaced', { onItemError: 'default', defaultValue: { none: true } }, ['a', { none: true }, 'b']],
])('an item that fails is %s', async (_, settings, expected) => {
  const agent = await mapping(failing, settings)
  const events = await collect(agent, { list: ['a', 'bad', 'b'] })
  expect(stateOf(events).results).toEqual(expected)
  const log = pick(events, 'step-log').find(({ stepId }) => stepId === 'each')
  expect(log).toMatchObject({ level: 'WARNING', message: expect.stringMatching(/^Item 2 of 3 failed: .*no good/) })
  expect(fold(events)?.problems).toEqual([])
})

test('an item that fails fails the step, once those under way are done', async () => {
  const [open] = gates(1)
  const agent = await mapping(
    async (state, context) => {
      if (state.item !== 'bad') await open?.promise
      return failing(state, context)
    },
    { concurrency: 2 },
  )
  const events: RunEvent[] = []
  for await (const event of agent.stream({ list: ['a', 'bad', 'c', 'd'] })) {
    events.push(event)
    if (event.type === 'step-error' && event.key === 'item 2') open?.resolve()
  }
  expect(events.at(-1)).toMatchObject({
    type: 'run-error',
    problem: { stepId: 'each', message: expect.stringMatching(/^Item 2 of 4 failed: .*no good/) },
  })
  expect(pick(events, 'step-end').map(({ key }) => key)).toContain('item 1')
  expect(fold(events)?.problems).toHaveLength(1)
})

test('the run shows how many items are done, and each item as an execution of its own', async () => {
  const agent = await mapping(({ item }) => ({ result: item ?? null }), { concurrency: 3 })
  const events = await collect(agent, { list: ['a', 'b', 'c', 'd', 'e'] })
  expect(pick(events, 'step-progress').map(({ done, total }) => `${done}/${total}`)).toEqual([
    '0/5',
    '1/5',
    '2/5',
    '3/5',
    '4/5',
    '5/5',
  ])
  const run = fold(events)
  expect(run?.steps.each?.progress).toEqual({ done: 5, total: 5 })
  const outer = run?.executions.find(({ stepId }) => stepId === 'each')
  const inner = run?.executions.filter(({ path }) => path.length === 1) ?? []
  expect(inner.map(({ key }) => key).sort()).toEqual(['item 1', 'item 2', 'item 3', 'item 4', 'item 5'])
  expect(inner.every(({ path }) => path[0] === outer?.executionId)).toBe(true)
  // Side by side, each knows its own state and no other's.
  expect(inner.map(({ stateBefore }) => stateBefore.item).sort()).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(inner.every(({ stateBefore, stateAfter }) => stateAfter?.result === stateBefore.item)).toBe(true)
})

test('a run that is stopped stops every item', async () => {
  const stop = new AbortController()
  const aborted: Json[] = []
  const begun: Json[] = []
  const agent = await mapping(
    ({ item = null }, { signal }) => {
      begun.push(item)
      if (begun.length === 3) stop.abort()
      return new Promise((_, reject) => {
        const end = () => {
          aborted.push(item)
          reject(signal.reason)
        }
        if (signal.aborted) end()
        else signal.addEventListener('abort', end)
      })
    },
    { concurrency: 3, onItemError: 'skip' },
  )
  const events = await collect(agent, { list: [1, 2, 3, 4, 5] }, { signal: stop.signal })
  expect(events.at(-1)?.type).toBe('run-cancel')
  expect(begun).toEqual([1, 2, 3])
  expect(aborted.sort()).toEqual([1, 2, 3])
})

test.each(['fail', 'skip', 'default'])(
  'an item that asks a person keeps the results of the others: %s',
  async (onItemError) => {
    const worked: Json[] = []
    const agent = await mapping(
      ({ item = null }, { ask }) => {
        const answer = item === 'ask' || item === 'ask too' ? ask(`about ${item}?`) : 'no question'
        worked.push(item)
        if (item === 'bad') throw new TypeError('no good')
        return { result: `${String(item)}: ${String(answer)}` }
      },
      { concurrency: 2, onItemError },
    )
    const list = ['a', 'ask', 'b', 'ask too', ...(onItemError === 'fail' ? [] : ['bad']), 'c']
    let events = await collect(agent, { list }, { threadId: 't' })
    const all = [...events]
    const questions: Json[] = []
    for (let turn = 0; turn < 2; turn += 1) {
      const last = events.at(-1)
      if (last?.type !== 'run-pause') throw new Error(`ended with ${JSON.stringify(last)}`)
      questions.push(last.questions[0]?.question ?? null)
      events = await collect(agent, null, { threadId: 't', resume: `yes ${turn + 1}` })
      all.push(...events)
    }
    expect(questions).toEqual(['about ask?', 'about ask too?'])
    const failed = { fail: [], skip: [], default: [null] }[onItemError]
    expect(stateOf(events).results).toEqual([
      'a: no question',
      'ask: yes 1',
      'b: no question',
      'ask too: yes 2',
      ...(failed ?? []),
      'c: no question',
    ])
    expect([...worked].sort()).toEqual([...list].sort())
    expect(fold(all)?.executions.every(({ status }) => status === 'ended' || status === 'failed')).toBe(true)
  },
)

test('a map within a map, over agents of the file', async () => {
  const inner = {
    ...createAgentConfig({
      name: 'Row',
      fields: { row: { type: 'array', input: true }, topic: { type: 'string' }, done: { type: 'array' } },
    }),
    steps: [
      {
        id: 'cells',
        strategyType: 'map',
        config: {
          over: 'row',
          step: { strategyType: 'set', config: { values: [{ field: 'cell', value: '{item} {topic}' }] } },
          inputs: [{ from: 'topic' }],
          output: 'cell',
          writes: 'done',
        },
      },
    ],
  }
  const agent = await mapping(
    () => ({}),
    { agent: 'row', itemField: 'row', inputs: [{ from: 'topic' }], output: 'done' },
    { agents: { row: inner } },
  )
  const events = await collect(agent, { list: [[1, 2], [], [3]] })
  expect(stateOf(events).results).toEqual([['1 tea', '2 tea'], [], ['3 tea']])
  expect(Math.max(...pick(events, 'step-start').map(({ path }) => path.length))).toBe(2)
})

test('a step within a map has the model of the agent around it', async () => {
  const llm = { strategyType: 'llm', config: { promptTemplate: 'Say {item}', writes: 'result', useHistory: false } }
  const agent = await mapping(
    () => ({}),
    { step: llm },
    {
      llmConfig: { provider: 'practice', model: 'mine', temperature: 0, maxTokens: 100 },
    },
  )
  const events = await collect(agent, { list: ['a', 'b'] })
  expect(pick(events, 'model-start').map(({ model }) => model)).toEqual(['mine', 'mine'])
  expect(stateOf(events).results).toHaveLength(2)
})

test.each<[string, Json, string]>([
  ['what is no list', 'text', 'run.stateType'],
  ['a list that is too long', Array.from({ length: 10_001 }, () => 0), 'map.tooLong'],
])('%s is refused', async (_, list, code) => {
  const agent = await mapping(() => ({ result: 1 }))
  await expect(agent.run({ list })).rejects.toMatchObject({ code })
})

test('results that are too large together are refused, and no further item is begun', async () => {
  const begun: Json[] = []
  const agent = await mapping(
    ({ item = null }) => {
      begun.push(item)
      return { result: 'x'.repeat(4_000_000) }
    },
    { concurrency: 1, onItemError: 'skip' },
  )
  await expect(agent.run({ list: [1, 2, 3, 4, 5] })).rejects.toMatchObject({ code: 'map.tooLarge', stepId: 'each' })
  expect(begun).toEqual([1, 2, 3])
})

test('an item without a result has failed', async () => {
  const settings = { agent: 'odd', itemField: 'n', output: 'left', onItemError: 'default', defaultValue: 'none' }
  const agent = await mapping(() => ({}), settings, {
    agents: {
      odd: {
        ...createAgentConfig({ name: 'Odd', fields: { n: { type: 'number', input: true }, left: { type: 'string' } } }),
        steps: [{ id: 'work', strategyType: 'set', config: { values: [] } }],
      },
    },
  })
  expect(stateOf(await collect(agent, { list: [1] })).results).toEqual(['none'])
})
