import { expect, test } from 'vitest'
import { collect, pick, testAgent } from '../../test/testAgent.ts'
import type { AgentConfig } from '../config/AgentConfig.ts'
import { createAgentConfig } from '../config/createAgentConfig.ts'
import type { StepFunction } from '../step/StepContext.ts'

const threadId = 'thread-1'
const say =
  (word: string): StepFunction =>
  ({ text }) => ({ text: `${String(text ?? '')}${word}`, log: [word], seen: { [word]: String(text) }, sum: 1 })

const fields = {
  text: { type: 'string' },
  log: { type: 'array', reducer: 'append' },
  seen: { type: 'object', reducer: 'merge' },
  sum: { type: 'number', reducer: 'add' },
} as const

test('a thread that waits at a breakpoint is edited: the next step sees what was set, whatever the reducer', async () => {
  const agent = await testAgent({ fields, steps: { a: say('a'), b: say('b'), c: say('c') } })
  await collect(agent, {}, { threadId, breakpoints: { before: ['b'] } })
  const edit = await agent.edit({ text: 'new ', log: ['x', 'y'], seen: { x: '1' }, sum: 40 }, { threadId })
  expect(edit).toMatchObject({ state: { text: 'new ', log: ['x', 'y'], seen: { x: '1' }, sum: 40 }, stepIds: ['b'] })
  const second = await collect(agent, null, { threadId, breakpoints: { before: ['c'] } })
  expect(pick(second, 'step-start')).toMatchObject([{ stepId: 'b', state: { text: 'new ', log: ['x', 'y'] } }])
  await agent.edit({ sum: 0 }, { threadId })
  const end = (await collect(agent, null, { threadId })).at(-1)
  expect(end).toMatchObject({
    type: 'run-end',
    state: { text: 'new bc', log: ['x', 'y', 'b', 'c'], seen: { x: '1', b: 'new ', c: 'new b' }, sum: 1 },
  })
})

test('an edit keeps what is next: a route that was taken, branches side by side, and the join after them', async () => {
  const ran: string[] = []
  const note =
    (id: string): StepFunction =>
    ({ log }) => {
      ran.push(id)
      return { log: [`${id}${Array.isArray(log) ? log.length : 0}`] }
    }
  const agent = await testAgent({
    fields,
    steps: { a: note('a'), b: note('b'), c: note('c'), d: note('d'), join: note('join') },
    edges: ['START -> a', 'a -> b', 'a -> c', 'c -> d', 'b -> join', 'd -> join', 'join -> END'],
  })
  await collect(agent, {}, { threadId, breakpoints: { before: ['b', 'd', 'join'] } })
  expect((await agent.edit({ log: [] }, { threadId })).stepIds).toEqual(['b', 'c'])
  const breakpoints = { before: ['d'] }
  await collect(agent, null, { threadId, breakpoints })
  await agent.edit({ log: ['only'] }, { threadId })
  expect((await collect(agent, null, { threadId })).at(-1)).toMatchObject({
    type: 'run-end',
    state: { log: ['only', 'd1', 'join2'] },
  })
  expect(ran).toEqual(['a', 'b', 'c', 'd', 'join'])
})

test('a value of the wrong type, a field that is not there, a thread that does not wait: each is refused and named', async () => {
  const agent = await testAgent({ fields, steps: { a: say('a'), b: say('b') } })
  await collect(agent, {}, { threadId, breakpoints: { before: ['b'] } })
  await expect(agent.edit({ sum: 'many' }, { threadId })).rejects.toMatchObject({ code: 'run.stateType', path: 'sum' })
  await expect(agent.edit({ log: 'one' }, { threadId })).rejects.toMatchObject({ code: 'run.stateType', path: 'log' })
  await expect(agent.edit({ nobody: 1 }, { threadId })).rejects.toMatchObject({ code: 'run.unknownKey' })
  await expect(agent.edit({}, { threadId: 'other' })).rejects.toMatchObject({ code: 'run.noThread' })
  expect((await collect(agent, null, { threadId })).at(-1)).toMatchObject({ state: { text: 'ab', sum: 2 } })
  await expect(agent.edit({ sum: 1 }, { threadId })).rejects.toMatchObject({ code: 'build.argument' })
})

/** An agent whose steps each add their id to the word. */
function adding(...ids: readonly string[]): AgentConfig {
  const steps = ids.map((id) => ({ id, strategyType: 'add', config: {} }))
  return { ...createAgentConfig({ name: 'Inner', fields: { word: { type: 'string', default: '' } } }), steps }
}

const add: StepFunction = ({ word }, { stepId }) => ({ word: `${String(word)}${stepId}` })
const call =
  (agent: string): StepFunction =>
  async (_, { runAgent }) => ({ text: (await runAgent(agent, {})).word ?? null })

test('at a breakpoint of a called agent its fields are edited, before its first step and later; the outer state stays', async () => {
  const agent = await testAgent({
    fields,
    steps: { outer: call('inner') },
    config: { agents: { inner: adding('a', 'b') } },
    more: { add },
  })
  const breakpoints = { agents: { inner: { before: ['a', 'b'] } } }
  const first = await collect(agent, {}, { threadId, breakpoints })
  expect(pick(first, 'run-pause')[0]?.breakpoint).toMatchObject({ stepIds: ['a'], state: { word: '' } })
  const edit = await agent.edit({ word: '1' }, { threadId })
  const { path } = pick(first, 'run-pause')[0]?.breakpoint ?? {}
  expect(edit).toEqual({ values: { word: '1' }, state: { word: '1' }, stepIds: ['a'], path })
  const second = await collect(agent, null, { threadId, breakpoints })
  expect(pick(second, 'run-pause')[0]?.breakpoint).toMatchObject({ stepIds: ['b'], state: { word: '1a' } })
  await expect(agent.edit({ text: 'outer' }, { threadId })).rejects.toMatchObject({ code: 'run.unknownKey' })
  await expect(agent.edit({ word: 2 }, { threadId })).rejects.toMatchObject({ code: 'run.stateType', path: 'word' })
  await agent.edit({ word: '2' }, { threadId })
  const third = await collect(agent, null, { threadId, breakpoints })
  expect(third.at(-1)).toMatchObject({ type: 'run-end', state: { text: '2b' } })
})

test('also in an agent that a called one calls, and for the item of a map that stands there', async () => {
  const through = { ...adding(), steps: [{ id: 'through', strategyType: 'call', config: {} }] }
  const deep = await testAgent({
    fields,
    steps: { outer: call('middle') },
    config: { agents: { middle: through, deep: adding('a', 'b') } },
    more: { add, call: async (_, { runAgent }) => ({ word: (await runAgent('deep', {})).word ?? null }) },
  })
  await collect(deep, {}, { threadId, breakpoints: { agents: { deep: { before: ['b'] } } } })
  expect((await deep.edit({ word: 'x' }, { threadId })).path).toHaveLength(2)
  expect((await collect(deep, null, { threadId })).at(-1)).toMatchObject({ state: { text: 'xb' } })

  const config = { over: 'list', agent: 'inner', itemField: 'word', output: 'word', writes: 'log', indexField: '' }
  const map = await testAgent({
    fields: { ...fields, list: { type: 'array' }, log: { type: 'array' } },
    steps: {},
    config: { steps: [{ id: 'each', strategyType: 'map', config }], agents: { inner: adding('a', 'b') } },
    more: { add },
  })
  const options = { threadId, breakpoints: { agents: { inner: { before: ['b'] } } } }
  const stood = await collect(map, { list: ['x', 'y'] }, options)
  expect(pick(stood, 'run-pause')[0]?.breakpoint).toMatchObject({ key: 'item 1', state: { word: 'xa' } })
  expect(await map.edit({ word: 'first ' }, { threadId })).toMatchObject({ key: 'item 1', stepIds: ['b'] })
  const stands = await collect(map, null, options)
  expect(pick(stands, 'run-pause')[0]?.breakpoint).toMatchObject({ key: 'item 2', state: { word: 'ya' } })
  expect(await map.edit({ word: 'second ' }, { threadId })).toMatchObject({ key: 'item 2' })
  expect((await collect(map, null, options)).at(-1)).toMatchObject({ state: { log: ['first b', 'second b'] } })
})
