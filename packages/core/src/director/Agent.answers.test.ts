import { expect, test } from 'vitest'
import { callInner } from '../../test/callInner.ts'
import { collect, testAgent } from '../../test/testAgent.ts'
import { createAgentConfig } from '../config/createAgentConfig.ts'
import type { RunEvent } from '../events/RunEvent.ts'
import type { RunState } from '../events/RunState.ts'
import { reduceRun } from '../events/reduceRun.ts'
import type { StepFunction } from '../step/StepContext.ts'

const threadId = 'thread-1'

/** An agent that asks a person itself, and then through the agent it calls. */
async function askingAgent(keys: readonly string[]) {
  const inner = createAgentConfig({ name: 'Inner', fields: { word: { type: 'string' } } })
  const call = callInner(keys)
  return testAgent({
    fields: { log: { type: 'array', reducer: 'append' } },
    steps: { own: (_, { ask }) => ({ log: [ask('own?')] }), call, last: () => ({ log: ['last'] }) },
    config: { agents: { inner: { ...inner, steps: [{ id: 'within', strategyType: 'asking', config: {} }] } } },
    more: { asking: (_, { ask }) => ({ word: ask('within?') }) },
  })
}

/** What is known of a run that was answered until its end. */
async function answerAll(keys: readonly string[], answers: readonly string[]) {
  const agent = await askingAgent(keys)
  const first = await collect(agent, {}, { threadId })
  const legs = [first]
  for (const resume of answers) legs.push(await collect(agent, null, { threadId, resume }))
  return legs.flat().reduce<RunState | undefined>(reduceRun, undefined)
}

test('what a person answered is known, in its place, with the step that asked: also within a called agent', async () => {
  const run = await answerAll(['one'], ['mine', 'inside'])
  expect(run).toMatchObject({ status: 'ended', state: { log: ['mine', 'inside', 'last'] } })
  const within = run?.executions.find(({ stepId }) => stepId === 'within')
  expect(run?.answers).toMatchObject([
    { stepId: 'own', question: 'own?', answer: 'mine', after: 1 },
    { stepId: 'within', executionId: within?.executionId, question: 'within?', answer: 'inside', after: 3 },
  ])
})

test('a question that is asked twice in the same words has two answers', async () => {
  const twice: StepFunction = (_, { ask }) => ({ log: [ask('more?'), ask('more?')] })
  const agent = await testAgent({ fields: { log: { type: 'array', reducer: 'append' } }, steps: { twice } })
  const legs = await collect(agent, {}, { threadId })
  for (const resume of ['yes', 'no']) legs.push(...(await collect(agent, null, { threadId, resume })))
  const run = legs.reduce<RunState | undefined>(reduceRun, undefined)
  expect(run).toMatchObject({ status: 'ended', answers: [{ answer: 'yes' }, { answer: 'no' }] })
})

test('where several agents within one step wait, it is known which of them was answered', async () => {
  const run = await answerAll(['one', 'two'], ['mine', 'inside', 'beside'])
  const [one, two] = run?.executions.filter(({ stepId }) => stepId === 'within') ?? []
  expect(run?.answers?.slice(1)).toMatchObject([
    { stepId: 'within', executionId: one?.executionId, answer: 'inside' },
    { stepId: 'within', executionId: two?.executionId, answer: 'beside' },
  ])
})

test('where a run of earlier days does not tell which of several waits, the answer is their step’s', async () => {
  const agent = await askingAgent(['one', 'two'])
  const first = await collect(agent, {}, { threadId })
  const legs = [...first, ...(await collect(agent, null, { threadId, resume: 'mine' }))]
  legs.push(...(await collect(agent, null, { threadId, resume: 'inside' })))
  const earlier = legs.map((event): RunEvent => {
    if (event.type !== 'question-answer') return event
    const { place: _, ...question } = event.question
    return { ...event, question }
  })
  const run = earlier.reduce<RunState | undefined>(reduceRun, undefined)
  expect(run?.answers?.[0]).toMatchObject({ stepId: 'own', answer: 'mine', place: 'own#1' })
  expect(run?.answers?.[1]).toMatchObject({ stepId: 'call', answer: 'inside' })
  expect(run?.answers?.[1]).not.toHaveProperty('place')
})
