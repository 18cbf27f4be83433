import { expect, test } from 'vitest'
import { brief, collect, pick, testAgent } from '../../test/testAgent.ts'
import { exit } from '../step/StepResult.ts'
import { Agent } from './Agent.ts'

const count = { type: 'number', default: 0 } as const
const log = { type: 'array', reducer: 'append' } as const

test('steps run in the order they are listed and each sees what the one before wrote', async () => {
  const agent = await testAgent({
    fields: { count, log },
    steps: {
      first: (state) => ({ count: Number(state.count) + 1, log: 'first' }),
      second: (state) => ({ count: Number(state.count) * 10, log: ['second', String(state.count)] }),
    },
  })
  const state = await agent.run({ count: 4 })
  expect(state).toEqual({ count: 50, log: ['first', 'second', '5'] })
})

test('events tell the whole run, in order and without gaps', async () => {
  const agent = await testAgent({ fields: { count }, steps: { a: () => ({ count: 1 }), b: () => undefined } })
  const events = await collect(agent, {})
  expect(brief(events)).toEqual(['run-start', 'start a', 'end a', 'state', 'start b', 'end b', 'state', 'run-end'])
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index))
  expect(new Set(events.map(({ runId }) => runId)).size).toBe(1)
  expect(structuredClone(events)).toEqual(events)
})

test('an agent that was not built says so', async () => {
  const agent = new Agent()
  expect(agent.built).toBe(false)
  await expect(agent.run({})).rejects.toThrow('Agent.run() called before build()')
  expect(() => agent.stream({})).toThrow('Agent.stream() called before build()')
  agent.build(null)
  await expect(agent.run({})).rejects.toThrow('Agent.graph is null - agent was not properly built')
})

test('a branch not taken says why', async () => {
  const agent = await testAgent({
    fields: { count },
    steps: {
      router: { exits: ['left', 'right'], run: () => exit('left', { count: 1 }) },
      one: () => undefined,
      two: () => undefined,
      after: () => undefined,
    },
    edges: ['START -> router', 'router.left -> one', 'router.right -> two', 'two -> after'],
  })
  const events = await collect(agent, {})
  expect(pick(events, 'step-skip').map(({ stepId, reason }) => [stepId, reason])).toEqual([
    ['two', 'Not run: ROUTER chose LEFT'],
    ['after', 'Not run: ROUTER chose LEFT'],
  ])
  expect(pick(events, 'step-end').map(({ stepId, exit: by }) => [stepId, by])).toEqual([
    ['router', 'left'],
    ['one', undefined],
  ])
})
