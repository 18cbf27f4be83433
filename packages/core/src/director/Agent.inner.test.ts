import { MemorySaver } from '@langchain/langgraph-checkpoint'
import { expect, test } from 'vitest'
import { collect, pick, testAgent } from '../../test/testAgent.ts'
import type { AgentConfig } from '../config/AgentConfig.ts'
import { createAgentConfig } from '../config/createAgentConfig.ts'
import type { RunEvent } from '../events/RunEvent.ts'
import type { RunState } from '../events/RunState.ts'
import { reduceRun } from '../events/reduceRun.ts'
import type { StepFunction } from '../step/StepContext.ts'

const fields = { log: { type: 'array', reducer: 'append' }, text: { type: 'string' } } as const

const threadId = 'thread-1'

/** An agent that joins what it is given with a word. */
function joining(word: string, more: Partial<AgentConfig> = {}): AgentConfig {
  return {
    ...createAgentConfig({ name: 'Inner', fields: { text: { type: 'string', input: true } } }),
    steps: [
      {
        id: 'join',
        strategyType: 'set',
        nodeName: 'Join',
        config: { values: [{ field: 'text', kind: 'template', value: `{text} ${word}` }] },
      },
    ],
    ...more,
  }
}

const calling =
  (agent: string, key?: string): StepFunction =>
  async ({ text }, { runAgent }) => ({
    log: [(await runAgent(agent, text === undefined ? {} : { text }, key)).text ?? null],
  })

function fold(events: readonly RunEvent[]): RunState | undefined {
  return events.reduce<RunState | undefined>(reduceRun, undefined)
}

test('a step runs another agent of the file; its steps are told one level further in', async () => {
  const agent = await testAgent({
    fields,
    steps: { outer: calling('inner') },
    config: { agents: { inner: joining('there') } },
  })
  const events = await collect(agent, { text: 'hello' })
  expect(events.at(-1)).toMatchObject({ type: 'run-end', state: { log: ['hello there'] } })
  const [outer, inner] = pick(events, 'step-start')
  expect(outer).toMatchObject({ stepId: 'outer', path: [] })
  expect(inner).toMatchObject({ stepId: 'join', path: [outer?.executionId] })
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index))
})

test('cards of the outer agent know nothing of the inner steps; executions do', async () => {
  const agent = await testAgent({
    fields,
    steps: { join: calling('inner') },
    config: { agents: { inner: joining('there') } },
  })
  const run = fold(await collect(agent, { text: 'hello' }))
  expect(Object.keys(run?.steps ?? {})).toEqual(['join'])
  expect(run?.steps.join).toMatchObject({ nodeName: 'JOIN', iteration: 1 })
  const inner = run?.executions.find(({ path }) => path.length === 1)
  expect(inner).toMatchObject({ nodeName: 'Join', stateBefore: { text: 'hello' }, stateAfter: { text: 'hello there' } })
  expect(run?.executions.find(({ path }) => path.length === 0)?.stateAfter).toMatchObject({ log: ['hello there'] })
})

test('an agent that is not in the file is named, with those that are', async () => {
  const agent = await testAgent({
    fields,
    steps: { outer: calling('nobody') },
    config: { agents: { inner: joining('') } },
  })
  await expect(agent.run({})).rejects.toMatchObject({ code: 'agent.unknown', detail: { available: ['inner'] } })
})

const asking: AgentConfig['steps'][number] = { id: 'ask', strategyType: 'gate', nodeName: 'Ask', config: {} }

/** An agent whose only step asks a person; its function is the test's. */
function whole(step: StepFunction) {
  const asks = { ...joining(''), steps: [asking] }
  return testAgent({
    fields,
    steps: {
      outer: async ({ text }, context) => step({ text: text ?? null }, context),
      after: () => ({ log: 'after' }),
    },
    config: { agents: { inner: asks } },
  })
}

test('work under a key is done once, also when the step runs anew after a pause', async () => {
  const done: string[] = []
  const agent = await whole(async (_, { once, ask }) => {
    const first = await once('first', async () => {
      done.push('first')
      return done.length
    })
    const answer = ask('go on?')
    const second = await once('second', async () => {
      done.push('second')
      return done.length
    })
    return { log: [first, answer, second] }
  })
  await collect(agent, {}, { threadId })
  const events = await collect(agent, null, { threadId, resume: 'yes' })
  expect(events.at(-1)).toMatchObject({ type: 'run-end', state: { log: [1, 'yes', 2, 'after'] } })
  expect(done).toEqual(['first', 'second'])
})

test('a step that asks several things at once gets each answer where it belongs', async () => {
  const agent = await whole(async (_, { ask }) => {
    const order = Math.random() < 0.5 ? ['a', 'b'] : ['b', 'a']
    const answers = await Promise.allSettled(order.map(async (key) => [key, ask(`${key}?`, key)] as const))
    const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
    return { log: Object.fromEntries(found) }
  })
  let events = await collect(agent, {}, { threadId })
  for (let turn = 0; turn < 2; turn += 1) {
    const question = pick(events, 'run-pause')[0]?.questions[0]?.question
    events = await collect(agent, null, { threadId, resume: `${String(question)} yes` })
  }
  expect(events.at(-1)).toMatchObject({
    type: 'run-end',
    state: { log: [{ a: 'a? yes', b: 'b? yes' }, 'after'] },
  })
})

test('the execution that goes on after an answer is the one that waited', async () => {
  const agent = await whole((_, { ask }) => ({ log: [ask('ok?')] }))
  const first = await collect(agent, {}, { threadId })
  const second = await collect(agent, null, { threadId, resume: 'yes' })
  const [before] = pick(first, 'step-start')
  const [after] = pick(second, 'step-start')
  expect(after).toMatchObject({ executionId: before?.executionId, iteration: 1 })
  const run = fold([...first, ...second])
  expect(run?.executions.map(({ stepId, status }) => [stepId, status])).toEqual([
    ['outer', 'ended'],
    ['after', 'ended'],
  ])
})

test('an inner agent that fails leaves nothing that the next one of its name would go on with', async () => {
  const checkpointer = new MemorySaver()
  const steps: AgentConfig['steps'] = ['note', 'fail'].map((id) => ({ id, strategyType: id, config: {} }))
  const agent = await testAgent({
    fields,
    steps: { outer: calling('inner') },
    config: { agents: { inner: { ...joining(''), steps } } },
    more: {
      note: () => ({ text: 'noted' }),
      fail: () => {
        throw new TypeError('broken')
      },
    },
    services: { checkpointer },
  })
  await expect(agent.run({ text: 'hi' }, { threadId })).rejects.toMatchObject({ stepId: 'outer' })
  expect(Object.keys(checkpointer.storage)).toEqual([threadId])
})

test('agents that call each other without end are stopped', async () => {
  const again: AgentConfig['steps'][number] = { id: 'again', strategyType: 'deeper', config: {} }
  const agent = await testAgent({
    fields,
    steps: { outer: calling('again') },
    config: { agents: { again: { ...joining(''), steps: [again] } } },
    more: { deeper: calling('again') },
  })
  await expect(agent.run({})).rejects.toMatchObject({ code: 'run.tooDeep', stepId: 'outer' })
})

test.each([
  ['ours', undefined],
  ['one from outside', new MemorySaver()],
])(
  'an inner agent that asks a person pauses the whole, and goes on where it was: checkpointer %s',
  async (_, checkpointer) => {
    const calls: string[] = []
    const steps: AgentConfig['steps'] = [
      { id: 'before', strategyType: 'count', config: {} },
      { id: 'first', strategyType: 'ask', config: {} },
      { id: 'second', strategyType: 'ask', config: {} },
    ]
    const agent = await testAgent({
      fields,
      steps: { outer: calling('inner'), after: () => ({ log: 'after' }) },
      config: { agents: { inner: { ...joining(''), steps } } },
      more: {
        count: ({ text }) => {
          calls.push('count')
          return { text: `${String(text)}!` }
        },
        ask: ({ text }, { ask, stepId }) => ({ text: `${String(text)} ${String(ask(stepId))}` }),
      },
      ...(checkpointer === undefined ? {} : { services: { checkpointer } }),
    })
    const first = await collect(agent, { text: 'hi' }, { threadId })
    expect(pick(first, 'run-pause')[0]?.questions).toEqual([
      { id: expect.any(String), stepId: 'outer', question: 'first', place: 'outer#1/first#1' },
    ])
    const second = await collect(agent, null, { threadId, resume: 'one' })
    expect(pick(second, 'run-pause')[0]?.questions[0]?.question).toBe('second')
    const third = await collect(agent, null, { threadId, resume: 'two' })
    expect(third.at(-1)).toMatchObject({ type: 'run-end', state: { log: ['hi! one two', 'after'] } })
    expect(calls).toEqual(['count'])
    const run = fold([...first, ...second, ...third])
    expect(run?.executions.map(({ stepId, status }) => `${stepId} ${status}`)).toEqual([
      'outer ended',
      'before ended',
      'first ended',
      'second ended',
      'after ended',
    ])
  },
)
