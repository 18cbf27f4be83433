// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import {
  type AgentConfig,
  addStep,
  createAgentConfig,
  type Json,
  type JsonObject,
  type RunEvent,
  type RunQuestion,
  type RunState,
  reduceRun,
  type StepConfig,
  setLLM,
} from '@petal/core/model'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import type { AgentTest } from './AgentTest.ts'
import { openTests } from './testing/openTests.ts'
import { readExample } from './testing/readExample.ts'
import { toAgentTest } from './toAgentTest.ts'
import { warnOfRun } from './warnOfRun.ts'

type Answer = (asked: RunQuestion, count: number) => Json

/** An event as it was recorded before questions told their place. */
function withoutPlace(event: RunEvent): RunEvent {
  if (event.type !== 'question-answer') return event
  const { place: _, ...question } = event.question
  return { ...event, question }
}

/** How a run of an agent went in which a person answered all questions, one after the other. */
async function runAnswered(
  { runner }: ReturnType<typeof openTests>,
  agent: AgentConfig,
  answer: Answer,
  record: (event: RunEvent) => RunEvent = (event) => event,
) {
  let run: RunState | undefined
  const listen = (events: readonly RunEvent[]) => {
    run = events.map(record).reduce<RunState | undefined>(reduceRun, run)
  }
  const threadId = crypto.randomUUID()
  // What is read of a run changes as its events come: the compiler cannot see that.
  const newest = () => run as RunState | undefined
  await runner.start(agent, {}, { threadId }, listen).done
  for (let count = 1; newest()?.status === 'paused'; count += 1) {
    const [asked] = newest()?.questions ?? []
    if (asked === undefined) throw new Error('It waits for nothing.')
    await runner.start(agent, null, { threadId, resume: { [asked.id]: answer(asked, count) } }, listen).done
  }
  const ended = newest()
  if (ended?.status !== 'ended') throw new Error(`The run is ${ended?.status}.`)
  return ended
}

/** A test of a run of one agent, and what came of it with another. */
async function judge(of: AgentConfig, answer: Answer, agent = of, change: Partial<AgentTest> = {}) {
  const opened = openTests()
  const run = await runAnswered(opened, of, answer)
  const test: AgentTest = { id: 't', ...toAgentTest(run, of), ...change }
  await opened.tests.run([test], agent)
  return { test, verdict: opened.tests.state.getState().verdicts.t }
}

/** An agent whose draft goes round until a person approves it. */
function reviewing(settings: JsonObject = {}): AgentConfig {
  const fields = { draft: { type: 'string', default: 'First.' }, reason: { type: 'string' } } as const
  const values = [{ field: 'draft', kind: 'template', value: '{draft} {reason}' }]
  const config = { text: '{draft}', writes: 'reason', ...settings }
  return {
    ...createAgentConfig({ name: 'Review', fields }),
    steps: [
      { id: 'review', strategyType: 'human', nodeName: 'Review', config },
      { id: 'revise', strategyType: 'set', nodeName: 'Revise', config: { values } },
    ],
    edges: [
      { from: 'START', to: 'review' },
      { from: 'review', exit: 'approved', to: 'END' },
      { from: 'review', exit: 'rejected', to: 'revise' },
      { from: 'revise', to: 'review' },
    ],
  }
}

/** The first draft is refused. */
const review: Answer = (_, count) => (count === 1 ? { approved: false, reason: 'Too long.' } : { approved: true })

const asking = (id: string, text: string, writes: string): StepConfig => ({
  ...{ id, strategyType: 'human', nodeName: 'Ask', config: { mode: 'answer', text, writes } },
})

/** An agent that has a person answer for each of three items, three at once. */
function mapping(): AgentConfig {
  const inner = createAgentConfig({
    name: 'Inner',
    fields: { item: { type: 'string', input: true }, word: { type: 'string' } },
  })
  const agent = createAgentConfig({
    name: 'Outer',
    fields: { list: { type: 'array', default: ['a', 'b', 'c'] }, words: { type: 'array' } },
  })
  const config = { over: 'list', agent: 'inner', output: 'word', writes: 'words' }
  const calling = addStep(agent, { id: 'each', strategyType: 'map', nodeName: 'Each', config })
  return { ...calling, agents: { inner: addStep(inner, asking('ask', 'What of {item}?', 'word')) } }
}

const pay = {
  ...{ kind: 'code', name: 'pay', description: 'Pay', code: 'return "paid " + args.amount', approval: 'always' },
  parameters: { type: 'object', properties: { amount: { type: 'number' } }, required: ['amount'] },
} as const

/** An agent that pays by a tool, which a person has to allow. */
function paying(amount: number): AgentConfig {
  const agent = { ...createAgentConfig({ name: 'Pays', fields: { done: { type: 'string' } } }), tools: [pay] }
  const config = { mode: 'fixed', tool: 'pay', args: { amount }, writes: 'done' }
  return addStep(agent, { id: 'pay', strategyType: 'tool', nodeName: 'Pay', config })
}

describe('a test of a run that a person answered', () => {
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory()
  })

  it('passes, with what was answered in each turn of a loop', async () => {
    const { test, verdict } = await judge(reviewing(), review)
    expect(test.answers).toMatchObject({
      'review#1': [{ answer: { approved: false, reason: 'Too long.' } }],
      'review#2': [{ answer: { approved: true } }],
    })
    expect(verdict).toEqual({ passed: true })
  })

  it('passes with models that answer anew: a person’s answers are taken all the same', async () => {
    const { verdict } = await judge(reviewing(), review, undefined, { models: 'asked' })
    expect(verdict).toEqual({ passed: true })
  })

  it('passes with what models answered, too, and asks none of them', async () => {
    const agent = readExample('review-by-a-person')
    const elsewhere = setLLM(agent, { provider: 'openai', model: 'm', baseUrl: 'http://models.test/v1' })
    const { test, verdict } = await judge(agent, review, elsewhere)
    expect(Object.keys(test.recorded).toSorted()).toEqual(['draft#1', 'revise#1'])
    expect(verdict).toEqual({ passed: true })
  })

  it('gives each item of a called agent its own, in whatever order they were asked', async () => {
    const { test, verdict } = await judge(mapping(), ({ question }) => `about ${JSON.stringify(question)}`)
    expect(Object.keys(test.answers ?? {}).toSorted()).toEqual(
      ['1', '2', '3'].map((number) => `each#1/item%20${number}:ask#1`),
    )
    expect(verdict).toEqual({ passed: true })
  })

  it('of earlier days gives them as far as it is known who asked, and a warning tells the rest', async () => {
    const opened = openTests()
    const alone = await runAnswered(opened, reviewing(), review, withoutPlace)
    expect(Object.keys(toAgentTest(alone, reviewing()).answers ?? {})).toEqual(['review#1', 'review#2'])
    expect(warnOfRun(alone)).toEqual([])
    const several = await runAnswered(opened, mapping(), () => 'yes', withoutPlace)
    // Of three that waited it cannot be told who asked, of the one that was left it can.
    expect(Object.values(toAgentTest(several, mapping()).answers ?? {})).toHaveLength(1)
    expect(warnOfRun(several)).toEqual([expect.stringContaining('which step of Each a person answered')])
    expect(warnOfRun(await runAnswered(opened, mapping(), () => 'yes'))).toEqual([])
  })

  it('says which step asks what nobody answered, instead of waiting', async () => {
    const agent = reviewing()
    const edges = (agent.edges ?? []).map((edge) => (edge.to === 'END' ? { ...edge, to: 'sign' } : edge))
    const more = {
      ...addStep(agent, asking('sign', 'Who signs it?', 'reason')),
      edges: [...edges, { from: 'sign', to: 'END' }],
    }
    const { verdict } = await judge(agent, review, more)
    expect(verdict).toMatchObject({ passed: false, reason: expect.stringMatching(/^Ask: .*“Who signs it\?”/) })
  })

  it('says so of a step within a called agent, too', async () => {
    const agent = mapping()
    const fields = { ...agent.stateType.fields, list: { type: 'array', default: ['a', 'b', 'c', 'd'] } } as const
    const longer = { ...agent, stateType: { ...agent.stateType, fields } }
    const { verdict } = await judge(agent, () => 'yes', longer)
    expect(verdict).toMatchObject({ reason: expect.stringMatching(/^Each \(item 4\) › Ask: .*“What of d\?”/) })
  })

  it('takes what a person answered also when the words of the question are others', async () => {
    const { verdict } = await judge(reviewing(), review, reviewing({ title: 'Send it?', text: 'Well?' }))
    expect(verdict).toEqual({ passed: true })
  })

  it('says that an answer is not taken any more', async () => {
    const settings = { mode: 'choose', options: [{ name: 'approved' }, { name: 'rejected' }] }
    const { verdict } = await judge(reviewing(), review, reviewing(settings))
    expect(verdict).toMatchObject({ reason: expect.stringMatching(/^Review: .* is not taken: /) })
  })

  it('allows the call of a tool that a person allowed, and no other', async () => {
    const allow: Answer = () => ({ decision: 'approve' })
    expect((await judge(paying(3), allow)).verdict).toEqual({ passed: true })
    expect((await judge(paying(3), allow, paying(4))).verdict).toMatchObject({
      reason: expect.stringContaining('no person allowed the call pay({"amount":4})'),
    })
  })
})
