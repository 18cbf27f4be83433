import { MemorySaver } from '@langchain/langgraph-checkpoint'
import { expect, test } from 'vitest'
import { brief, collect, pick, testAgent } from '../../test/testAgent.ts'
import type { RunEvent } from '../events/RunEvent.ts'
import type { StepFunction } from '../step/StepContext.ts'
import { exit } from '../step/StepResult.ts'
import type { Agent } from './Agent.ts'
import type { RunOptions } from './RunOptions.ts'
import type { Services } from './Services.ts'

const fields = {
  log: { type: 'array', reducer: 'append' },
  text: { type: 'string' },
  messages: { type: 'messages' },
} as const

const threadId = 'thread-1'

/** Writes down the answer to a question. */
const asking =
  (question: string): StepFunction =>
  (_, { ask }) => ({ log: `${question} ${String(ask(question))}` })

function pauseOf(events: readonly RunEvent[]) {
  const last = events.at(-1)
  if (last?.type !== 'run-pause') throw new Error(`ended with ${JSON.stringify(last)}`)
  return last
}

function stateOf(events: readonly RunEvent[]) {
  const last = events.at(-1)
  if (last?.type !== 'run-end') throw new Error(`ended with ${JSON.stringify(last)}`)
  return last.state
}

test('a question pauses the run, and its answer lets it go on', async () => {
  const agent = await testAgent({
    fields,
    steps: { before: () => ({ log: 'before' }), human: asking('ok?'), after: () => ({ log: 'after' }) },
  })
  const first = await collect(agent, {}, { threadId })
  expect(brief(first)).toEqual(['run-start', 'start before', 'end before', 'state', 'start human', 'run-pause'])
  expect(pauseOf(first).questions).toEqual([
    { id: expect.any(String), stepId: 'human', question: 'ok?', place: 'human#1' },
  ])

  const second = await collect(agent, null, { threadId, resume: 'yes' })
  expect(brief(second)).toEqual([
    'run-start',
    'question-answer',
    'start human',
    'end human',
    'state',
    'start after',
    'end after',
    'state',
    'run-end',
  ])
  expect(pick(second, 'run-start')[0]).toMatchObject({ threadId, resumed: true })
  expect(stateOf(second).log).toEqual(['before', 'ok? yes', 'after'])
})

test('a run without a thread can pause too: its first event names the thread', async () => {
  const agent = await testAgent({ fields, steps: { human: asking('ok?') } })
  const first = await collect(agent, {})
  const thread = pick(first, 'run-start')[0]?.threadId
  expect(stateOf(await collect(agent, null, { threadId: thread as string, resume: {} })).log).toEqual([
    'ok? [object Object]',
  ])
})

test('a thread that has ended without a name is forgotten', async () => {
  const agent = await testAgent({ fields, steps: { a: () => ({ log: 'a' }) } })
  const thread = pick(await collect(agent, {}), 'run-start')[0]?.threadId as string
  await expect(agent.run(null, { threadId: thread })).rejects.toMatchObject({ code: 'run.noThread' })
})

test('several questions of one step are asked in turn', async () => {
  const twice: StepFunction = (_, { ask }) => ({ log: [ask('first?'), ask({ second: true })] })
  const agent = await testAgent({ fields, steps: { human: twice } })
  expect(pauseOf(await collect(agent, {}, { threadId })).questions[0]?.question).toBe('first?')
  const second = pauseOf(await collect(agent, null, { threadId, resume: 1 }))
  expect(second.questions[0]?.question).toEqual({ second: true })
  expect(stateOf(await collect(agent, null, { threadId, resume: [2] })).log).toEqual([1, [2]])
})

test('questions of parallel steps wait together and are answered by their ids', async () => {
  const agent = await testAgent({
    fields,
    steps: { fork: () => undefined, a: asking('a?'), b: asking('b?'), c: () => ({ log: 'c' }) },
    edges: ['START -> fork', 'fork -> a', 'fork -> b', 'fork -> c'],
  })
  const { questions } = pauseOf(await collect(agent, {}, { threadId }))
  expect(questions.map(({ stepId }) => stepId)).toEqual(['a', 'b'])
  await expect(agent.run(null, { threadId, resume: 'one for all' })).rejects.toMatchObject({ code: 'build.argument' })
  const idOf = (stepId: string) => questions.find((question) => question.stepId === stepId)?.id ?? ''
  const half = await collect(agent, null, { threadId, resume: { [idOf('a')]: 'A' } })
  expect(pauseOf(half).questions.map(({ stepId }) => stepId)).toEqual(['b'])
  const last = await collect(agent, null, { threadId, resume: { [idOf('b')]: 'B' } })
  expect([...(stateOf(last).log as string[])].sort()).toEqual(['a? A', 'b? B', 'c'])
  // What ran before the pause is neither run again nor skipped.
  expect(brief(last)).toEqual(['run-start', 'question-answer', 'start b', 'end b', 'state', 'run-end'])
})

test('a step cannot swallow its own question', async () => {
  const greedy: StepFunction = (_, { ask }) => {
    try {
      return { log: ask('ok?') }
    } catch {
      return { log: 'I did not need an answer' }
    }
  }
  const agent = await testAgent({ fields, steps: { human: greedy } })
  expect(pauseOf(await collect(agent, {}, { threadId })).questions).toHaveLength(1)
  expect(stateOf(await collect(agent, null, { threadId, resume: 'fine' })).log).toEqual(['fine'])
})

test('a further try gets the answers that are there already', async () => {
  let tries = 0
  const flaky: StepFunction = (_, { ask }) => {
    const answer = ask('ok?')
    tries += 1
    if (tries === 1) throw new Error('once')
    return { log: answer }
  }
  const agent = await testAgent({ fields, steps: { human: flaky } })
  await agent.run({}, { threadId })
  const events = await collect(agent, null, { threadId, resume: 'yes' })
  expect(brief(events)).toEqual([
    'run-start',
    'question-answer',
    'start human',
    'retry human',
    'end human',
    'state',
    'run-end',
  ])
  expect(stateOf(events).log).toEqual(['yes'])
})

test('the count of a loop goes on over its pauses', async () => {
  const agent = await testAgent({
    fields,
    steps: {
      make: () => ({ log: 'made' }),
      review: { run: (_, { ask }) => exit(String(ask('ok?'))), exits: ['yes', 'no'] },
      done: () => undefined,
    },
    edges: ['START -> make', 'make -> review', 'review.no -> make', 'review.yes -> done'],
  })
  const events = await collect(agent, {}, { threadId })
  for (const resume of ['no', 'no', 'yes']) events.push(...(await collect(agent, null, { threadId, resume })))
  const counted = pick(events, 'step-end').map(({ stepId, iteration }) => `${stepId} ${iteration}`)
  expect(counted).toEqual(['make 1', 'review 1', 'make 2', 'review 2', 'make 3', 'review 3', 'done 1'])
})

test('run gives the state so far of a run that pauses', async () => {
  const agent = await testAgent({ fields, steps: { a: () => ({ log: 'a' }), human: asking('ok?') } })
  expect((await agent.run({}, { threadId })).log).toEqual(['a'])
})

test('breakpoints stop before and after the steps they name', async () => {
  const steps = { a: () => ({ log: 'a' }), b: () => ({ log: 'b' }), c: () => ({ log: 'c' }) }
  const agent = await testAgent({ fields, steps })
  const breakpoints = { before: ['b'], after: ['b'] }
  const first = await collect(agent, {}, { threadId, breakpoints })
  expect(pauseOf(first)).toMatchObject({ questions: [], breakpoint: { stepIds: ['b'], when: 'before' } })
  expect(brief(first)).toEqual(['run-start', 'start a', 'end a', 'state', 'run-pause'])
  const second = await collect(agent, null, { threadId, breakpoints })
  expect(pauseOf(second).breakpoint).toEqual({ stepIds: ['b'], when: 'after', nextIds: ['c'] })
  expect(pick(second, 'state').at(-1)?.state.log).toEqual(['a', 'b'])
  expect(stateOf(await collect(agent, null, { threadId })).log).toEqual(['a', 'b', 'c'])
})

test('a breakpoint works without a named thread, and must name a step', async () => {
  const agent = await testAgent({ fields, steps: { a: () => ({ log: 'a' }) } })
  expect(pauseOf(await collect(agent, {}, { breakpoints: { before: ['a'] } })).breakpoint?.when).toBe('before')
  await expect(agent.run({}, { breakpoints: { after: ['x'] } })).rejects.toMatchObject({ code: 'build.argument' })
  await expect(collect(agent, {}, { breakpoints: { after: ['x'] } })).rejects.toThrow(/"x", which is no step. Steps: a/)
})

test('a thread goes on from its last state with each new input', async () => {
  const agent = await testAgent({
    fields,
    steps: { say: (state) => ({ messages: `answer to ${(state.messages as { content: string }[]).at(-1)?.content}` }) },
  })
  await agent.run({ messages: 'one' }, { threadId })
  const state = await agent.run({ messages: 'two' }, { threadId })
  expect((state.messages as { content: string }[]).map(({ content }) => content)).toEqual([
    'one',
    'answer to one',
    'two',
    'answer to two',
  ])
  expect(await agent.run({}, { threadId: 'another' })).not.toEqual(state)
})

test('a failed thread goes on at the step that failed', async () => {
  let broken = true
  const agent = await testAgent({
    fields,
    steps: {
      a: () => ({ log: 'a' }),
      b: () => {
        if (broken) throw new TypeError('broken')
        return { log: 'b' }
      },
    },
  })
  await expect(agent.run({}, { threadId })).rejects.toMatchObject({ stepId: 'b' })
  broken = false
  const events = await collect(agent, null, { threadId })
  expect(brief(events)).toEqual(['run-start', 'start b', 'end b', 'state', 'run-end'])
  expect(stateOf(events).log).toEqual(['a', 'b'])
})

test('a thread takes one run at a time', async () => {
  const agent = await testAgent({ fields, steps: { a: () => ({ log: 'a' }) } })
  const first = agent.run({}, { threadId })
  await expect(agent.run({}, { threadId })).rejects.toThrow(/has a run under way/)
  await expect(collect(agent, {}, { threadId })).rejects.toThrow(/has a run under way/)
  await first
  expect((await agent.run({}, { threadId })).log).toEqual(['a', 'a'])
})

test('going on with nothing to go on with is refused', async () => {
  const agent = await testAgent({ fields, steps: { a: () => ({ log: 'a' }) } })
  await expect(agent.run(null, { threadId: 'unknown' })).rejects.toMatchObject({ code: 'run.noThread' })
  await agent.run({}, { threadId })
  await expect(agent.run(null, { threadId, resume: 'why?' })).rejects.toMatchObject({ code: 'build.argument' })
  expect(stateOf(await collect(agent, null, { threadId })).log).toEqual(['a'])
})

/** Data that the engine's own serializer would turn into something else, or choke on. */
const odd = [
  { lc: 1, type: 'constructor', id: ['no', 'such', 'Thing'], kwargs: {} },
  { lc: 1, type: 'constructor', id: ['langchain_core', 'messages', 'AIMessage'], kwargs: { content: 'x' } },
  { lc: 2, type: 'undefined' },
  { lc: 2, type: 'constructor', id: ['Set'], method: null, args: [[1]], kwargs: {} },
  { lg_name: 'Send', node: 'n_a', args: 1, more: 2 },
  { __overwrite__: ['gone'] },
  { 'petal:escaped:lc': 1, lc: { lc: 3 } },
  { lg_name: 'DeltaSnapshot', value: 1 },
  -0,
  [],
  null,
]

test.each<[string, () => Services]>([
  ['in memory', () => ({})],
  ['a checkpointer from outside', () => ({ checkpointer: new MemorySaver() })],
])('a resumed run sees exactly what the paused one wrote (%s)', async (_, services) => {
  const seen: unknown[] = []
  const odds = { ...fields, one: { type: 'any' }, bag: { type: 'object', reducer: 'merge' } } as const
  const agent = await testAgent({
    fields: odds,
    steps: {
      write: () => ({ log: odd, one: odd[0], bag: { lc: 1, odd }, messages: [{ role: 'user', content: 'hi' }] }),
      look: (state) => void seen.push(state),
      human: (state, { ask }) => {
        seen.push(state)
        return { text: String(ask(odd)) }
      },
    },
    services: services(),
  })
  const options: RunOptions = { threadId }
  const paused = await collect(agent, {}, options)
  expect(pauseOf(paused).questions[0]?.question).toEqual(JSON.parse(JSON.stringify(odd)))
  const resumed = await collect(agent as Agent, null, { ...options, resume: 'ok' })
  expect(stateOf(resumed).text).toBe('ok')
  expect(seen).toHaveLength(3)
  expect(seen[1]).toEqual(seen[0])
  expect(seen[2]).toEqual(seen[0])
  expect(JSON.stringify(seen[2])).toBe(JSON.stringify(seen[0]))
  expect((seen[0] as { log: unknown }).log).toEqual(JSON.parse(JSON.stringify(odd)))
})
