import { expect, test } from 'vitest'
import { collect, pick, testAgent } from '../../test/testAgent.ts'
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
