// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { type AgentConfig, addStep, createAgentConfig, defaultLLM, type RunEvent, reduceRun } from '@petal/core/model'
import { setTranslator } from '@petal/ui/language'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { PageEngine } from '../page-models/PageEngine.ts'
import type { SuppliedKey } from '../storage/SuppliedKey.ts'
import { createRunner } from './createRunner.ts'
import type { ToEngine } from './EngineMessage.ts'
import type { EngineListener } from './EngineWorker.ts'
import { createInProcessWorker } from './testing/createInProcessWorker.ts'

const state = { name: 'S', fields: { name: { type: 'string', input: true }, greeting: { type: 'string' } } } as const

const greeter: AgentConfig = addStep(createAgentConfig(state), {
  strategyType: 'llm',
  config: { promptTemplate: 'Greet {name}', writes: 'greeting' },
})

const inPage: AgentConfig = { ...greeter, llmConfig: { ...defaultLLM, provider: 'browser', model: 'built-in' } }

const waiting: AgentConfig = addStep(createAgentConfig(state), {
  strategyType: 'llm',
  config: { promptTemplate: 'Write forty words about waiting for {name}.', writes: 'greeting' },
})

function collect() {
  const events: RunEvent[] = []
  return { events, onEvents: (more: readonly RunEvent[]) => events.push(...more) }
}

const fold = (events: readonly RunEvent[]) =>
  events.reduce<ReturnType<typeof reduceRun> | undefined>((run, event) => reduceRun(run, event), undefined)

describe('running in the worker', () => {
  it('gives the events of a run in order, and ends', async () => {
    const { create } = createInProcessWorker()
    const { events, onEvents } = collect()
    const handle = createRunner(create).start(greeter, { name: 'Ada' }, { threadId: 't' }, onEvents)
    expect(await handle.done).toEqual({})
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index))
    expect(fold(events)).toMatchObject({ status: 'ended', state: { greeting: expect.stringContaining('Ada') } })
    expect(events.some(({ type }) => type === 'step-delta')).toBe(true)
  })

  it('runs what was given at the start, whatever happens to it later', async () => {
    const { create } = createInProcessWorker()
    const { events, onEvents } = collect()
    const input = { name: 'Ada' }
    const handle = createRunner(create).start(greeter, input, { threadId: 't' }, onEvents)
    input.name = 'Bob'
    await handle.done
    expect(fold(events)?.input).toEqual({ name: 'Ada' })
  })

  it('asks a model of the page, and takes its stop there', async () => {
    const stopped: unknown[] = []
    const { create } = createInProcessWorker(async () => ({
      check: async () => ({ kind: 'ready' }),
      download: () => Promise.reject(new Error('A run downloads nothing.')),
      remove: () => Promise.reject(new Error('A run removes nothing.')),
      chat: ({ messages }, { signal, onDelta }) =>
        new Promise((_resolve, reject) => {
          onDelta(`You said: ${messages.at(-1)?.content}`)
          signal.addEventListener('abort', () => {
            stopped.push(signal.reason)
            reject(signal.reason)
          })
        }),
    }))
    const { events, onEvents } = collect()
    const handle = createRunner(create).start(inPage, { name: 'Ada' }, { threadId: 't' }, (more) => {
      onEvents(more)
      if (more.some(({ type }) => type === 'step-delta')) handle.stop()
    })
    await handle.done
    expect(fold(events)?.status).toBe('cancelled')
    expect(events).toContainEqual(expect.objectContaining({ type: 'step-delta', text: 'You said: Greet Ada' }))
    expect(stopped).toHaveLength(1)
  })

  it('fails where the models of the page cannot be loaded, and asks for them again in the next run', async () => {
    const answering: PageEngine = {
      check: async () => ({ kind: 'ready' }),
      download: () => Promise.reject(new Error('A run downloads nothing.')),
      remove: () => Promise.reject(new Error('A run removes nothing.')),
      chat: async () => ({ text: 'Good day, Ada', end: 'stop' }),
    }
    let isOnline = false
    const load = async () => (isOnline ? answering : Promise.reject(new TypeError('Failed to fetch')))
    const { create } = createInProcessWorker(load)
    const runner = createRunner(create)
    const first = collect()
    await runner.start(inPage, { name: 'Ada' }, { threadId: 't' }, first.onEvents).done
    expect(first.events.at(-1)).toMatchObject({
      type: 'run-error',
      problem: { code: 'provider.server', message: expect.stringMatching(/could not be loaded.*Failed to fetch/) },
    })
    isOnline = true
    const second = collect()
    await runner.start(inPage, { name: 'Ada' }, { threadId: 'u' }, second.onEvents).done
    expect(fold(second.events)).toMatchObject({ status: 'ended', state: { greeting: 'Good day, Ada' } })
  })

  it('stops on request and keeps what came so far', async () => {
    const { create, made } = createInProcessWorker()
    const { events, onEvents } = collect()
    const handle = createRunner(create).start(waiting, { name: 'Ada' }, { threadId: 't' }, (more) => {
      onEvents(more)
      if (more.some(({ type }) => type === 'step-delta')) handle.stop()
    })
    await handle.done
    expect(fold(events)?.status).toBe('cancelled')
    expect(made).toHaveLength(1)
    expect(made[0]?.terminated).toBe(false)
  })

  it('ends the worker when a stop is not obeyed within a second, and makes a new one for the next run', async () => {
    vi.useFakeTimers()
    const { create, made } = createInProcessWorker()
    let terminated = false
    // A step that never gives the thread back: its worker has begun the run, and hears nothing any more.
    const stuck = (listener: EngineListener) => ({
      tell(message: ToEngine) {
        if (message.type !== 'run') return
        const event = { type: 'run-start', runId: 'r', seq: 0, at: 0, configHash: 'h', input: {} } as const
        listener.onMessage({ type: 'events', ticket: message.order.ticket, events: [event] })
      },
      terminate() {
        terminated = true
      },
    })
    const workers = [stuck, create]
    const runner = createRunner((listener) => (workers.shift() ?? create)(listener))
    const { events, onEvents } = collect()
    const handle = runner.start(greeter, { name: 'Ada' }, { threadId: 't' }, onEvents)
    handle.stop()
    await vi.advanceTimersByTimeAsync(999)
    expect(terminated).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    await handle.done
    expect(terminated).toBe(true)
    expect(events.at(-1)).toMatchObject({ type: 'run-cancel', seq: 1 })
    vi.useRealTimers()
    const next = collect()
    await runner.start(greeter, { name: 'Bob' }, { threadId: 'u' }, next.onEvents).done
    expect(made).toHaveLength(1)
    expect(fold(next.events)?.status).toBe('ended')
  })

  it('ends a run with a coded problem when the worker is lost', async () => {
    const { create, made } = createInProcessWorker()
    const { events, onEvents } = collect()
    const handle = createRunner(create).start(waiting, { name: 'Ada' }, { threadId: 't' }, onEvents)
    await vi.waitFor(() => expect(events.length).toBeGreaterThan(0))
    made[0]?.listener.onCrash('out of memory')
    await handle.done
    expect(events.at(-1)).toMatchObject({ type: 'run-error', problem: { code: 'run.interrupted' } })
  })

  it('tells why a run never began', async () => {
    const { create } = createInProcessWorker()
    const broken = addStep(createAgentConfig(state), { strategyType: 'nowhere', config: {} })
    const { done } = createRunner(create).start(broken, {}, { threadId: 't' }, () => undefined)
    expect((await done).problem).toMatchObject({ severity: 'error', message: expect.stringContaining('nowhere') })
  })

  it('gives keys to their hosts only, and hides them wherever they come back', async () => {
    const key: SuppliedKey = { keyRef: 'openai', value: 'sk-canary-0123456789abcdef0123', hosts: ['models.test'] }
    const asked: Headers[] = []
    vi.stubGlobal('fetch', async (_url: unknown, init?: RequestInit) => {
      asked.push(new Headers(init?.headers))
      return Response.json(
        { error: { message: `Incorrect key: ${key.value}`, code: 'invalid_api_key' } },
        { status: 401 },
      )
    })
    const { create } = createInProcessWorker()
    const { events, onEvents } = collect()
    const agent = {
      ...greeter,
      llmConfig: { provider: 'openai', model: 'm', temperature: 0, maxTokens: 10, baseUrl: 'http://models.test/v1' },
    } as const
    await createRunner(create).start(agent, { name: 'Ada' }, { threadId: 't', keys: [key] }, onEvents).done
    expect(asked[0]?.get('authorization')).toBe(`Bearer ${key.value}`)
    expect(fold(events)).toMatchObject({ status: 'failed', problems: [{ code: 'provider.auth' }] })
    expect(JSON.stringify(events)).not.toContain(key.value)
    const elsewhere = collect()
    const other = { ...agent, llmConfig: { ...agent.llmConfig, baseUrl: 'http://evil.test/v1' } }
    await createRunner(create).start(other, { name: 'Ada' }, { threadId: 'u', keys: [key] }, elsewhere.onEvents).done
    expect(fold(elsewhere.events)).toMatchObject({ problems: [{ code: 'secret.hostMismatch' }] })
    expect(asked).toHaveLength(1)
    vi.unstubAllGlobals()
  })

  it('checks a model with one tiny request', async () => {
    const { create } = createInProcessWorker()
    const practice = { provider: 'practice', model: 'practice', temperature: 0, maxTokens: 10 } as const
    expect(await createRunner(create).checkModel(practice, [])).toMatchObject({ ok: true, answer: expect.any(String) })
  })
})

describe('in another language', () => {
  afterEach(() => setTranslator(undefined))

  it('says what went wrong in the language of the page, and in English beside it', async () => {
    // The page speaks German; the worker has words of its own, and must be told.
    setTranslator(undefined, 'de')
    const { create, made } = createInProcessWorker()
    const { events, onEvents } = collect()
    const code = addStep(createAgentConfig(state), {
      strategyType: 'output',
      config: { format: 'field', field: 'greeting', writes: 'name' },
    })
    await createRunner(create).start(code, { name: 'Ada' }, { threadId: 'de' }, onEvents).done
    expect(made[0]?.told[0]).toEqual({ type: 'language', language: 'de' })
    expect(events.at(-1)).toMatchObject({
      type: 'run-error',
      problem: {
        code: 'template.missing',
        message: 'Das Feld „greeting“ hat keinen Wert zum Zurückgeben. Felder mit einem Wert: name.',
        english: "The field 'greeting' has no value to give back. Fields with a value: name.",
      },
    })
  })
})
