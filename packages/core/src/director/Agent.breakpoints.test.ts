import { expect, test } from 'vitest'
import { collect, pick, testAgent } from '../../test/testAgent.ts'
import type { AgentConfig } from '../config/AgentConfig.ts'
import { createAgentConfig } from '../config/createAgentConfig.ts'
import type { RunEvent } from '../events/RunEvent.ts'
import type { StepFunction } from '../step/StepContext.ts'

const fields = { text: { type: 'string', default: '' }, list: { type: 'array' }, results: { type: 'array' } } as const
const threadId = 'thread-1'

/** An agent whose steps each add their id to the text. */
function adding(...ids: readonly string[]): AgentConfig {
  const steps = ids.map((id) => ({ id, strategyType: 'add', config: {} }))
  return { ...createAgentConfig({ name: 'Inner', fields: { text: { type: 'string', default: '' } } }), steps }
}

/** How often each step ran. */
function counting() {
  const ran: string[] = []
  const add: StepFunction = ({ text }, { stepId }) => {
    ran.push(stepId)
    return { text: `${String(text)}${stepId}` }
  }
  const call =
    (agent: string): StepFunction =>
    async ({ text }, { runAgent }) => ({ text: (await runAgent(agent, { text: text ?? '' })).text ?? null })
  return { ran, add, call }
}

const pauseOf = (events: readonly RunEvent[]) => pick(events, 'run-pause')[0]

test('a run stops within a called agent, goes on there, and does nothing twice', async () => {
  const { ran, add, call } = counting()
  const agent = await testAgent({
    fields,
    steps: { outer: call('inner'), last: add },
    config: { agents: { inner: adding('a', 'b', 'c') } },
    more: { add },
  })
  const breakpoints = { agents: { inner: { before: ['b', 'c'] } } }
  const first = await collect(agent, {}, { threadId, breakpoints })
  expect(pauseOf(first)).toMatchObject({
    questions: [],
    breakpoint: { agentId: 'inner', stepIds: ['b'], when: 'before' },
  })
  const second = await collect(agent, null, { threadId, breakpoints })
  expect(pauseOf(second)?.breakpoint).toMatchObject({ agentId: 'inner', stepIds: ['c'], when: 'before' })
  const third = await collect(agent, null, { threadId, breakpoints: { before: ['last'] } })
  expect(pauseOf(third)?.breakpoint).toEqual({ stepIds: ['last'], when: 'before', nextIds: ['last'] })
  const fourth = await collect(agent, null, { threadId })
  expect(fourth.at(-1)).toMatchObject({ type: 'run-end', state: { text: 'abclast' } })
  expect(ran).toEqual(['a', 'b', 'c', 'last'])
})

test('also after a step, and in an agent that a called one calls', async () => {
  const { ran, add, call } = counting()
  const middle = { ...adding(), steps: [{ id: 'through', strategyType: 'call', config: {} }] }
  const agent = await testAgent({
    fields,
    steps: { outer: call('middle') },
    config: { agents: { middle, deep: adding('a', 'b') } },
    more: { add, call: call('deep') },
  })
  const first = await collect(agent, {}, { threadId, breakpoints: { agents: { deep: { after: ['a'] } } } })
  expect(pauseOf(first)).toMatchObject({
    questions: [],
    breakpoint: { agentId: 'deep', stepIds: ['a'], when: 'after' },
  })
  expect((await collect(agent, null, { threadId })).at(-1)).toMatchObject({ type: 'run-end', state: { text: 'ab' } })
  expect(ran).toEqual(['a', 'b'])
})

test('items of a map stop one after the other', async () => {
  const { ran, add } = counting()
  const config = { over: 'list', agent: 'inner', itemField: 'text', output: 'text', writes: 'results' }
  const agent = await testAgent({
    fields,
    steps: {},
    config: {
      steps: [{ id: 'each', strategyType: 'map', config: { ...config, indexField: '' } }],
      agents: { inner: adding('a', 'b') },
    },
    more: { add },
  })
  const options = { threadId, breakpoints: { agents: { inner: { before: ['b'] } } } }
  let events = await collect(agent, { list: ['x', 'y'] }, options)
  const told = [...events]
  const stops: unknown[] = []
  while (events.at(-1)?.type === 'run-pause') {
    const { path = [], key } = pauseOf(events)?.breakpoint ?? {}
    // It is told which run of the agent that is.
    expect(told.filter((event) => 'path' in event && event.key === key && event.path?.[0] === path[0])).not.toEqual([])
    stops.push(key)
    events = await collect(agent, null, options)
    told.push(...events)
  }
  expect(stops).toEqual(['item 1', 'item 2'])
  expect(events.at(-1)).toMatchObject({ type: 'run-end', state: { results: ['xab', 'yab'] } })
  expect(ran.toSorted()).toEqual(['a', 'a', 'b', 'b'])
})

test('an answer to a question lets what stands at a breakpoint go on as well', async () => {
  const { add, call } = counting()
  const agent = await testAgent({
    fields: { ...fields, text: { type: 'string', default: '', reducer: 'replace' }, why: { type: 'string' } },
    steps: { begin: () => ({}), outer: call('inner'), person: (_, { ask }) => ({ why: String(ask('Why?')) }) },
    edges: ['START -> begin', 'begin -> outer', 'begin -> person'],
    config: { agents: { inner: adding('a') } },
    more: { add },
  })
  const breakpoints = { agents: { inner: { before: ['a'] } } }
  const first = await collect(agent, {}, { threadId, breakpoints })
  expect(pauseOf(first)).toMatchObject({
    questions: [{ stepId: 'person', question: 'Why?' }],
    breakpoint: { agentId: 'inner', stepIds: ['a'] },
  })
  const second = await collect(agent, null, { threadId, breakpoints, resume: 'because' })
  expect(second.at(-1)).toMatchObject({ type: 'run-end', state: { text: 'a', why: 'because' } })
})

/** An agent whose one step calls another of one step. */
function callingAgent() {
  const { add, call } = counting()
  return testAgent({
    fields,
    steps: { outer: call('inner') },
    config: { agents: { inner: adding('a') } },
    more: { add },
  })
}

test.each([
  [{ agents: { inner: { before: ['x'] } } }, /"x", which is no step. Steps: a/],
  [{ agents: { other: { before: ['a'] } } }, /"other", which this file has not. Agents: inner/],
])('%j names what is not there', async (breakpoints, words) => {
  const agent = await callingAgent()
  await expect(agent.run({}, { breakpoints })).rejects.toThrow(words)
})

test('a run that stands within a step says so, also when it had stopped before that step', async () => {
  const agent = await callingAgent()
  const breakpoints = { before: ['outer'], agents: { inner: { before: ['a'] } } }
  expect(pauseOf(await collect(agent, {}, { threadId, breakpoints }))?.breakpoint).toMatchObject({ stepIds: ['outer'] })
  const within = await collect(agent, null, { threadId, breakpoints })
  expect(pauseOf(within)?.breakpoint).toMatchObject({ agentId: 'inner', stepIds: ['a'] })
  expect((await collect(agent, null, { threadId, breakpoints })).at(-1)).toMatchObject({ state: { text: 'a' } })
})

test('a step that asks has been stopped at no longer', async () => {
  const agent = await testAgent({ fields, steps: { person: (_, { ask }) => ({ text: String(ask('Why?')) }) } })
  const breakpoints = { before: ['person'] }
  await collect(agent, {}, { threadId, breakpoints })
  const asked = pauseOf(await collect(agent, null, { threadId, breakpoints }))
  expect(asked?.questions).toHaveLength(1)
  expect(asked?.breakpoint).toBeUndefined()
})
