import { expect, test } from 'vitest'
import { brief, collect, testAgent } from '../../test/testAgent.ts'
import { createAgentConfig } from '../config/createAgentConfig.ts'
import { AgentError } from '../errors/AgentError.ts'
import type { RunEvent } from '../events/RunEvent.ts'
import type { ChatModel } from '../models/ChatModel.ts'
import type { StepFunction } from '../step/StepContext.ts'
import type { Agent } from './Agent.ts'
import type { RunOptions } from './RunOptions.ts'

const fields = { count: { type: 'number', default: 0 }, text: { type: 'string' } } as const

/** A step that says a word and then waits for the signal; notes that it was told to stop. */
function waiting(told: string[]) {
  return (_: unknown, { signal, emit, stepId }: { signal: AbortSignal; emit(text: string): void; stepId: string }) => {
    emit('half an ans')
    return new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => {
        told.push(stepId)
        reject(signal.reason)
      })
    })
  }
}

test('stopping a run cancels what is under way and keeps what was reached', async () => {
  const told: string[] = []
  const agent = await testAgent({
    fields,
    steps: { first: () => ({ count: 1 }), long: waiting(told), never: () => undefined },
  })
  const stop = new AbortController()
  const events: RunEvent[] = []
  for await (const event of agent.stream({}, { signal: stop.signal })) {
    events.push(event)
    if (event.type === 'step-delta') stop.abort()
  }
  expect(brief(events)).toEqual([
    'run-start',
    'start first',
    'end first',
    'state',
    'start long',
    'delta long',
    'error long',
    'skip never',
    'run-cancel',
  ])
  expect(events.at(-3)).toMatchObject({ problem: { code: 'run.stopped', message: 'Stopped' } })
  expect(told).toEqual(['long'])
})

test('a run that is stopped rejects with run.stopped', async () => {
  const agent = await testAgent({ fields, steps: { deaf: () => new Promise(() => {}) } })
  const stop = new AbortController()
  const run = agent.run({}, { signal: stop.signal })
  stop.abort(new Error('the page closes'))
  await expect(run).rejects.toMatchObject({ code: 'run.stopped', cause: { message: 'the page closes' } })
})

test('a run whose signal aborted before it began does nothing', async () => {
  const ran: string[] = []
  const agent = await testAgent({ fields, steps: { a: () => void ran.push('a') } })
  const events = await collect(agent, {}, { signal: AbortSignal.abort() })
  expect(brief(events)).toEqual(['run-start', 'skip a', 'run-cancel'])
  expect(ran).toEqual([])
})

test('leaving the loop over the events stops the run', async () => {
  const told: string[] = []
  const agent = await testAgent({ fields, steps: { long: waiting(told) } })
  for await (const event of agent.stream({})) if (event.type === 'step-delta') break
  expect(told).toEqual(['long'])
})

test('a slow reader of the events misses none of them, also when the run fails', async () => {
  const agent = await testAgent({
    fields,
    steps: {
      talk: (_, { emit }) => {
        for (let index = 0; index < 50; index += 1) emit(`${index}`)
        throw new TypeError('then it breaks')
      },
    },
  })
  const events: RunEvent[] = []
  for await (const event of agent.stream({})) {
    // Meanwhile the run is over: two more of the same pass.
    if (event.type === 'run-start') for (const _ of [1, 2]) await agent.run({}).catch(() => undefined)
    events.push(event)
  }
  expect(events).toHaveLength(1 + 1 + 50 + 2)
  expect(events.at(-1)?.type).toBe('run-error')
})

test('what a step says after it was stopped is not heard', async () => {
  let late: (() => void) | undefined
  const stop = new AbortController()
  const agent = await testAgent({
    fields,
    steps: {
      deaf: (_, { emit }) =>
        new Promise(() => {
          late = () => emit('too late')
          stop.abort()
        }),
    },
  })
  const events: RunEvent[] = []
  for await (const event of agent.stream({}, { signal: stop.signal })) {
    events.push(event)
    if (event.type === 'step-error') late?.()
  }
  expect(late).toBeDefined()
  expect(brief(events)).toEqual(['run-start', 'start deaf', 'error deaf', 'run-cancel'])
})

/** Follows a run and stops it at the first event of a type. */
async function stopAt(agent: Agent, type: RunEvent['type'], options: RunOptions = {}): Promise<RunEvent[]> {
  const stop = new AbortController()
  const events: RunEvent[] = []
  for await (const event of agent.stream({}, { ...options, signal: stop.signal })) {
    events.push(event)
    if (event.type === type) stop.abort()
  }
  return events
}

test('stopping during a model’s answer reaches the request, and keeps the words that came', async () => {
  const signals: AbortSignal[] = []
  const model: ChatModel = {
    config: { provider: 'practice', model: 'slow', temperature: 0, maxTokens: 10 },
    chat: ({ signal, onDelta }) => {
      signals.push(signal)
      onDelta?.('half an ans')
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    },
  }
  const ask: StepFunction = async (_, { models, signal, emit }) => {
    const chat = await models.get(model)
    await chat.chat({ messages: [{ role: 'user', content: 'Hi' }], signal, onDelta: emit })
  }
  const events = await stopAt(await testAgent({ fields, steps: { ask } }), 'step-delta')
  expect(signals.map(({ aborted }) => aborted)).toEqual([true])
  expect(events.find(({ type }) => type === 'step-delta')).toMatchObject({ text: 'half an ans' })
  expect(events.at(-1)?.type).toBe('run-cancel')
})

test('stopping during a tool’s work reaches that work, and nothing is called after it', async () => {
  const signals: AbortSignal[] = []
  const later: string[] = []
  const call: StepFunction = async (_, { tools }) => {
    await tools.call({ id: 'a', name: 'slow', args: {} }, ['slow', 'next'])
    later.push('the call ended')
    await tools.call({ id: 'b', name: 'next', args: {} }, ['slow', 'next'])
  }
  const entry = (name: string) => ({ kind: 'code', name, description: name })
  const agent = await testAgent({
    fields,
    steps: { call },
    config: { tools: [entry('slow'), entry('next')] },
    services: {
      functions: {
        slow: (_args, { signal }) => {
          signals.push(signal)
          // It hears of the stop, and goes on all the same.
          return new Promise(() => {})
        },
        next: () => void later.push('another call'),
      },
    },
  })
  const events = await stopAt(agent, 'tool-start')
  expect(signals.map(({ aborted }) => aborted)).toEqual([true])
  expect(later).toEqual([])
  expect(brief(events)).toEqual(['run-start', 'start call', 'tool-start call', 'error call', 'run-cancel'])
  expect(events.at(-2)).toMatchObject({ problem: { code: 'run.stopped' } })
})

test('stopping during a wait between tries ends the run, and there is no further try', async () => {
  let tries = 0
  const flaky = () => {
    tries += 1
    throw new AgentError('provider.server', 'busy', { retryable: true })
  }
  const retry = { maxRetries: 3, backOff: 'fixed', waitMs: 3_600_000 } as const
  const events = await stopAt(await testAgent({ fields, steps: { flaky: { run: flaky, retry } } }), 'step-retry')
  expect(brief(events)).toEqual(['run-start', 'start flaky', 'retry flaky', 'error flaky', 'run-cancel'])
  expect(tries).toBe(1)
})

test('stopping reaches code that never gives the thread back', async () => {
  const loop: StepFunction = async (_, { sandbox, signal, emit }) => {
    emit('begun')
    await sandbox.run({ code: 'while (true) {}', scope: {}, signal })
  }
  const events = await stopAt(await testAgent({ fields, steps: { loop } }), 'step-delta')
  expect(events.at(-1)?.type).toBe('run-cancel')
})

test('stopping reaches an agent within a step', async () => {
  const told: string[] = []
  const inner = {
    ...createAgentConfig(),
    steps: [{ id: 'deep', strategyType: 'wait', config: {} }],
  }
  const agent = await testAgent({
    fields,
    steps: { outer: async (_, { runAgent }) => void (await runAgent(inner, {})) },
    more: { wait: waiting(told) },
  })
  const events = await stopAt(agent, 'step-delta')
  expect(told).toEqual(['deep'])
  expect(events.at(-1)?.type).toBe('run-cancel')
})

test('a run that was stopped is not begun anew by an answer: its thread goes on at the step that was stopped', async () => {
  const told: string[] = []
  let patient = false
  const long: StepFunction = (state, context) => (patient ? { text: 'done' } : waiting(told)(state, context))
  const agent = await testAgent({ fields, steps: { first: () => ({ count: 1 }), long } })
  await stopAt(agent, 'step-delta', { threadId: 't' })
  patient = true
  const events = await collect(agent, null, { threadId: 't' })
  expect(brief(events)).toEqual(['run-start', 'start long', 'end long', 'state', 'run-end'])
  expect(events.at(-1)).toMatchObject({ state: { count: 1, text: 'done' } })
})
