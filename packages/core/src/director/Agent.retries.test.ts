import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { brief, collect, pick, testAgent } from '../../test/testAgent.ts'
import { AgentError } from '../errors/AgentError.ts'
import type { StepFunction } from '../step/StepContext.ts'

const fields = { count: { type: 'number', default: 0 } } as const

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Lets time pass, from one timer to the next, until the run is over: however long it takes to set them. */
async function passTime<Result>(running: Promise<Result>): Promise<Result> {
  let isOver = false
  const over = () => {
    isOver = true
  }
  running.then(over, over)
  while (!isOver) await vi.advanceTimersToNextTimerAsync()
  return running
}

/** A step that fails with each of these in turn, then does its work. */
function failing(...faults: unknown[]): StepFunction {
  const left = [...faults]
  return () => {
    if (left.length === 0) return { count: 1 }
    throw left.shift()
  }
}

const busy = (retryable: boolean) => new AgentError('provider.rateLimited', 'Too many requests.', { retryable })

test('a passing fault is tried again, with an event for each further try', async () => {
  const agent = await testAgent({ fields, steps: { a: failing(busy(true), new Error('once more')) } })
  const events = await collect(agent, {})
  expect(brief(events)).toEqual(['run-start', 'start a', 'retry a', 'retry a', 'end a', 'state', 'run-end'])
  expect(pick(events, 'step-retry').map(({ attempt, problem }) => [attempt, problem.code])).toEqual([
    [2, 'provider.rateLimited'],
    [3, 'run.failed'],
  ])
})

test('tries after the first are as many as maxRetries says', async () => {
  const agent = await testAgent({
    fields,
    steps: { a: failing(...Array(9).fill(busy(true))) },
    graph: { maxRetries: 2 },
  })
  const events = await collect(agent, {})
  expect(pick(events, 'step-retry')).toHaveLength(2)
  expect(events.at(-1)).toMatchObject({
    type: 'run-error',
    problem: { code: 'provider.rateLimited', cause: { tries: 3 } },
  })
})

test.each<[string, unknown]>([
  ['a coded fault that will not pass', busy(false)],
  ['a mistake in the program', new TypeError('x is not a function')],
  ['a reference to nothing', new ReferenceError('x')],
  ['an answer that will stay the same', Object.assign(new Error('Forbidden'), { status: 403 })],
])('%s is not tried again', async (_, fault) => {
  const agent = await testAgent({ fields, steps: { a: failing(fault) } })
  const events = await collect(agent, {})
  expect(brief(events)).toEqual(['run-start', 'start a', 'error a', 'run-error'])
})

test('a failed request is tried again, whatever class its error has', async () => {
  const refused = new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } })
  const agent = await testAgent({ fields, steps: { a: failing(refused) } })
  expect((await agent.run({})).count).toBe(1)
})

test('waits grow, with jitter from the services, up to eight seconds', async () => {
  const agent = await testAgent({
    fields,
    steps: { a: failing(...Array(6).fill(busy(true))) },
    graph: { maxRetries: 6 },
    services: { random: () => 0.5 },
  })
  const events = await passTime(collect(agent, {}))
  expect(pick(events, 'step-retry').map(({ waitMs }) => waitMs)).toEqual([250, 500, 1000, 2000, 4000, 4000])
})

test('stopping the run ends a wait at once', async () => {
  const agent = await testAgent({ fields, steps: { a: failing(busy(true)) }, services: { random: () => 1 } })
  const stop = new AbortController()
  const events = []
  for await (const event of agent.stream({}, { signal: stop.signal })) {
    events.push(event)
    if (event.type === 'step-retry') stop.abort()
  }
  expect(brief(events)).toEqual(['run-start', 'start a', 'retry a', 'error a', 'run-cancel'])
})

test('a step that takes longer than its timeout is stopped, and its signal aborts', async () => {
  let reason: unknown
  const agent = await testAgent({
    fields,
    steps: {
      a: {
        timeout: 1500,
        run: (_, { signal }) =>
          new Promise(() => {
            signal.addEventListener('abort', () => {
              reason = signal.reason
            })
          }),
      },
    },
  })
  const events = await passTime(collect(agent, {}))
  expect(brief(events)).toEqual(['run-start', 'start a', 'error a', 'run-error'])
  const last = pick(events, 'run-error')[0]?.problem
  expect(last).toMatchObject({ code: 'run.timeout', stepId: 'a' })
  expect(last?.message).toContain('1500 ms')
  expect(reason).toMatchObject({ code: 'run.timeout' })
})

test('a step within its timeout leaves no timer behind', async () => {
  const agent = await testAgent({ fields, steps: { a: { timeout: 1500, run: async () => ({ count: 1 }) } } })
  expect((await agent.run({})).count).toBe(1)
  expect(vi.getTimerCount()).toBe(0)
})

test('the time limit holds for all tries together', async () => {
  const agent = await testAgent({
    fields,
    steps: { a: { timeout: 300, run: failing(...Array(9).fill(busy(true))) } },
    graph: { maxRetries: 9 },
    services: { random: () => 0.5 },
  })
  const events = await passTime(collect(agent, {}))
  expect(pick(events, 'step-retry')).toHaveLength(2)
  expect(events.at(-1)).toMatchObject({ type: 'run-error', problem: { code: 'run.timeout' } })
})
