import { describe, expect, test } from 'vitest'
import { brief, collect, pick, testAgent } from '../../test/testAgent.ts'
import type { ErrorConfig } from '../config/AgentConfig.ts'
import { AgentError } from '../errors/AgentError.ts'
import type { StepFunction } from '../step/StepContext.ts'

const fields = {
  log: { type: 'array', reducer: 'append' },
  problem: { type: 'object' },
} as const

const failing: StepFunction = () => {
  throw new AgentError('provider.server', 'The server is down.', { retryable: true })
}

async function run(onError: ErrorConfig, edges: readonly string[]) {
  const agent = await testAgent({
    fields,
    steps: {
      a: { run: failing, onError },
      next: () => ({ log: 'next' }),
      rescue: () => ({ log: 'rescue' }),
    },
    edges: ['START -> a', ...edges],
    graph: { maxRetries: 1 },
  })
  return collect(agent, {})
}

describe('a step that has failed for good', () => {
  const edges = ['a.out -> next', 'a.error -> rescue']

  test('stops the run unless its settings say otherwise', async () => {
    const events = await run({ action: 'stop' }, ['a -> next', 'START -> rescue'])
    expect(events.at(-1)).toMatchObject({ type: 'run-error', problem: { code: 'provider.server', stepId: 'a' } })
  })

  test('leaves by the exit for errors, and says what was wrong', async () => {
    const events = await run({ action: 'exit', writes: 'problem' }, edges)
    expect(brief(events)).toEqual([
      ...['run-start', 'start a', 'retry a', 'end a', 'state', 'start rescue', 'end rescue', 'state'],
      ...['skip next', 'run-end'],
    ])
    expect(pick(events, 'step-end')[0]).toMatchObject({
      exit: 'error',
      problem: { code: 'provider.server', stepId: 'a' },
    })
    expect(events.at(-1)).toMatchObject({
      state: { log: ['rescue'], problem: { code: 'provider.server', message: 'The server is down.' } },
    })
  })

  test('does not go along an edge that names no exit when it leaves by the one for errors', async () => {
    const events = await run({ action: 'exit' }, ['a -> next', 'a.error -> rescue'])
    expect(events.at(-1)).toMatchObject({ type: 'run-end', state: { log: ['rescue'] } })
  })

  test('goes on with other values in its stead', async () => {
    const events = await run({ action: 'continue', update: { log: ['nothing came'] } }, [
      'a -> next',
      'START -> rescue',
    ])
    expect(events.at(-1)).toMatchObject({ type: 'run-end', state: { log: ['nothing came', 'rescue', 'next'] } })
  })
})

test('values that cannot stand in for a result change nothing about what went wrong', async () => {
  const agent = await testAgent({
    fields,
    steps: { a: { run: failing, onError: { action: 'continue', update: { problem: 'no object' } } } },
    graph: { maxRetries: 0 },
  })
  const events = await collect(agent, {})
  expect(pick(events, 'step-error')[0]).toMatchObject({ problem: { code: 'provider.server', stepId: 'a' } })
  expect(pick(events, 'step-log')[0]).toMatchObject({ level: 'ERROR', message: expect.stringContaining('problem') })
  expect(events.at(-1)).toMatchObject({ type: 'run-error', problem: { code: 'provider.server' } })
})

test('a step that ends well leaves by its own exit, not by the one for errors', async () => {
  const agent = await testAgent({
    fields,
    steps: {
      a: { run: () => ({ log: 'a' }), onError: { action: 'exit' } },
      next: () => ({ log: 'next' }),
      rescue: () => ({ log: 'rescue' }),
    },
    edges: ['START -> a', 'a -> next', 'a.error -> rescue'],
  })
  expect(await agent.run({})).toMatchObject({ log: ['a', 'next'] })
})

test('a step’s own retries win over the agent’s', async () => {
  const agent = await testAgent({
    fields,
    steps: { a: { run: failing, retry: { maxRetries: 2, backOff: 'fixed', waitMs: 0 } } },
    graph: { maxRetries: 0 },
  })
  const events = await collect(agent, {})
  expect(pick(events, 'step-retry').map(({ attempt, waitMs }) => [attempt, waitMs])).toEqual([
    [2, 0],
    [3, 0],
  ])
})
