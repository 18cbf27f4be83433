import { expect, test } from 'vitest'
import { collect, pick, testAgent } from '../../test/testAgent.ts'
import { createAgentConfig } from '../config/createAgentConfig.ts'
import type { StepFunction } from '../step/StepContext.ts'

const fields = { log: { type: 'array', reducer: 'append' }, sum: { type: 'number' } } as const
const threadId = 'thread-1'

function noting() {
  const ran: string[] = []
  const note: StepFunction = (_, { stepId }) => {
    ran.push(stepId)
    return { log: [stepId] }
  }
  return { ran, note }
}

test('a fixed output is taken instead of running the step, and said to be so', async () => {
  const { ran, note } = noting()
  const agent = await testAgent({ fields, steps: { a: note, b: note, c: note } })
  const events = await collect(agent, {}, { fixed: { b: { update: { log: ['kept'], sum: 3 } } } })
  expect(ran).toEqual(['a', 'c'])
  expect(events.at(-1)).toMatchObject({ type: 'run-end', state: { log: ['a', 'kept', 'c'], sum: 3 } })
  expect(pick(events, 'step-end').map(({ stepId, fixed }) => [stepId, fixed])).toEqual([
    ['a', undefined],
    ['b', true],
    ['c', undefined],
  ])
})

test('it leaves by its exit; a run that pauses takes what is fixed when it goes on', async () => {
  const { ran, note } = noting()
  const agent = await testAgent({
    fields,
    steps: { a: { run: note, exits: ['left', 'right'] }, b: note, c: note },
    edges: ['START -> a', 'a.left -> b', 'a.right -> c'],
  })
  const fixed = { a: { update: {}, exit: 'right' } }
  await collect(agent, {}, { threadId, fixed, breakpoints: { before: ['c'] } })
  const end = (await collect(agent, null, { threadId, fixed: { c: { update: { sum: 1 } } } })).at(-1)
  expect(end).toMatchObject({ state: { sum: 1 } })
  expect(ran).toEqual([])
})

test('one that the agent has no place for fails as the step would, by name', async () => {
  const { note } = noting()
  const agent = await testAgent({ fields, steps: { a: note } })
  const failing = async (update: object) =>
    (await collect(agent, {}, { fixed: { a: { update: { ...update } } } })).at(-1)
  expect(await failing({ gone: 1 })).toMatchObject({ problem: { code: 'run.unknownKey', stepId: 'a' } })
  expect(await failing({ sum: 'x' })).toMatchObject({ problem: { code: 'run.stateType', stepId: 'a' } })
})

test('a step of an agent within the file is named with it, and taken wherever that agent is called', async () => {
  const { ran, note } = noting()
  const steps = ['a', 'b'].map((id) => ({ id, strategyType: 'word', config: {} }))
  const inner = { ...createAgentConfig({ name: 'Inner', fields: { word: { type: 'string' } } }), steps }
  const call: StepFunction = async (_, { runAgent }) => ({ log: [(await runAgent('inner', {})).word ?? null] })
  const agent = await testAgent({
    fields,
    steps: { a: call, b: note, c: call },
    config: { agents: { inner } },
    more: {
      word: (_, { stepId }) => {
        ran.push(stepId)
        return { word: 'run' }
      },
    },
  })
  const events = await collect(agent, {}, { fixed: { 'inner/b': { update: { word: 'kept' } } } })
  expect(events.at(-1)).toMatchObject({ state: { log: ['kept', 'b', 'kept'] } })
  expect(ran).toEqual(['a', 'b', 'a'])
  const told = pick(events, 'step-end').map(({ stepId, path, fixed }) => [stepId, path.length, fixed])
  expect(told.filter(([, , fixed]) => fixed)).toEqual([
    ['b', 1, true],
    ['b', 1, true],
  ])
})
