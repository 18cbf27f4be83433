import { describe, expect, test } from 'vitest'
import { callInner } from '../../test/callInner.ts'
import { collect, pick, type TestStep, testAgent } from '../../test/testAgent.ts'
import { createAgentConfig } from '../config/createAgentConfig.ts'
import { AgentError } from '../errors/AgentError.ts'
import { placeOf } from '../events/placeOf.ts'
import type { RunEvent } from '../events/RunEvent.ts'
import type { RunState } from '../events/RunState.ts'
import { reduceRun } from '../events/reduceRun.ts'
import type { Json } from '../json/Json.ts'
import type { StepFunction } from '../step/StepContext.ts'
import { exit } from '../step/StepResult.ts'
import type { Agent } from './Agent.ts'
import type { GivenAnswer } from './RunOptions.ts'

const threadId = 'thread-1'
const asks: StepFunction = (_, { ask, stepId }) => ({ log: [ask(`${stepId}?`)] })

const testing = (steps: Readonly<Record<string, TestStep>>, more: Partial<Parameters<typeof testAgent>[0]> = {}) =>
  testAgent({ fields: { log: { type: 'array', reducer: 'append' } }, steps, ...more })

/** Runs an agent that a person answers, by `answer`, to its end; with what was answered, by place. */
async function answerAll(agent: Agent, answer: (question: Json) => Json) {
  const events: RunEvent[] = await collect(agent, {}, { threadId })
  for (let last = events.at(-1); last?.type === 'run-pause'; last = events.at(-1)) {
    const resume = Object.fromEntries(last.questions.map(({ id, question }) => [id, answer(question)]))
    events.push(...(await collect(agent, null, { threadId, resume })))
  }
  const run = events.reduce<RunState | undefined>(reduceRun, undefined)
  const answers: Record<string, GivenAnswer[]> = {}
  for (const { question, answer: given, executionId } of run?.answers ?? []) {
    const asking = run?.executions.find((execution) => execution.executionId === executionId)
    if (run === undefined || asking === undefined) throw new Error('Nobody asked that.')
    const place = placeOf(asking, run)
    answers[place] = [...(answers[place] ?? []), { question, answer: given }]
  }
  return { state: run?.state, answers }
}

/** An agent that asks, in parallel, twice in a loop, and through the agent it calls for several items at once. */
function deepAgent(keys: readonly string[]) {
  const inner = createAgentConfig({ name: 'Inner', fields: { word: { type: 'string' } } })
  const call = callInner(keys)
  const twice: StepFunction = (_, { ask }) => ({ log: [ask('more?'), ask('more?')] })
  const again: StepFunction = ({ log }) => exit((log as Json[]).length > 6 ? 'on' : 'again', {})
  return testing(
    {
      begin: () => ({}),
      left: asks,
      right: asks,
      join: () => ({}),
      twice,
      call,
      again: { run: again, exits: ['again', 'on'] },
    },
    {
      edges: [
        ...['START -> begin', 'begin -> left', 'begin -> right', 'left -> join', 'right -> join'],
        ...['join -> twice', 'twice -> call', 'call -> again', 'again.again -> twice', 'again.on -> END'],
      ],
      config: { agents: { inner: { ...inner, steps: [{ id: 'within', strategyType: 'within', config: {} }] } } },
      more: { within: (_, { ask }) => ({ word: ask('within?') }) },
    },
  )
}

describe('a run that takes what a person answered in another', () => {
  test('asks nobody: side by side, twice in one step, in each turn and for each item of a called agent', async () => {
    let count = 0
    const { state, answers } = await answerAll(await deepAgent(['one', 'two']), () => {
      count += 1
      return `answer ${count}`
    })
    expect(Object.keys(answers).toSorted()).toEqual([
      ...['call#1/one:within#1', 'call#1/two:within#1', 'call#2/one:within#1', 'call#2/two:within#1'],
      ...['left#1', 'right#1', 'twice#1', 'twice#2'],
    ])
    const again = await collect(await deepAgent(['one', 'two']), {}, { answers })
    expect(again.at(-1)).toMatchObject({ type: 'run-end', state: { log: state?.log ?? [] } })
    expect(pick(again, 'run-pause')).toEqual([])
  })

  test('fails where nothing was answered, within a called agent too', async () => {
    const { answers } = await answerAll(await deepAgent(['one']), () => 'yes')
    const events = await collect(await deepAgent(['one', 'two']), {}, { answers })
    expect(events.at(-1)).toMatchObject({ type: 'run-error', problem: { code: 'run.unanswered', stepId: 'call' } })
    expect(pick(events, 'step-error').find(({ path }) => path.length > 0)).toMatchObject({
      ...{ stepId: 'within', key: 'two', problem: { code: 'run.unanswered', cause: { detail: 'within?' } } },
    })
  })

  test('fails also where the step makes something else of it', async () => {
    const quiet: StepFunction = (_, { ask }) => {
      try {
        return { log: [ask('well?')] }
      } catch {
        return { log: ['never mind'] }
      }
    }
    const events = await collect(await testing({ quiet }), {}, { answers: {} })
    expect(events.at(-1)).toMatchObject({ type: 'run-error', problem: { code: 'run.unanswered', stepId: 'quiet' } })
  })

  test('gives a further try of a step the answers of the first', async () => {
    let tries = 0
    const run: StepFunction = (_, { ask }) => {
      const said = ask('well?')
      tries += 1
      if (tries === 1) throw new AgentError('provider.server', 'Busy.', { retryable: true })
      return { log: [said, ask('and?')] }
    }
    const answers = {
      'flaky#1': [
        { question: 'well?', answer: 'a' },
        { question: 'and?', answer: null },
      ],
    }
    const agent = await testing({ flaky: { run, retry: { maxRetries: 1, waitMs: 0, backOff: 'fixed' } } })
    expect((await collect(agent, {}, { answers })).at(-1)).toMatchObject({
      type: 'run-end',
      state: { log: ['a', null] },
    })
  })
})
