// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import {
  type AgentConfig,
  addStep,
  createAgentConfig,
  createDefaultRegistry,
  setCheckpointer,
  setLLM,
  setMemory,
  setName,
} from '@petal/core/model'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { toAgentConfig, toAgentDocument } from '../editor/AgentDocument.ts'
import { createEditor } from '../editor/createEditor.ts'
import { listReaders } from '../editor/listReaders.ts'
import * as planning from '../editor/planning.ts'
import { selectFile, selectFileAgent, selectRun } from '../editor/selectors.ts'
import { createLibrary } from '../storage/createLibrary.ts'
import { Keyring } from '../storage/Keyring.ts'
import { createKeyDatabase } from '../storage/keyDatabase.ts'
import type { RunRecord } from '../storage/LibrarySchema.ts'
import { toAgentDraft } from '../storage/toAgentDraft.ts'
import { createRunner } from './createRunner.ts'
import { markInterrupted } from './markInterrupted.ts'
import { RunArchive } from './RunArchive.ts'
import { RunController } from './RunController.ts'
import { RunInput } from './RunInput.ts'
import { Threads } from './Threads.ts'
import { createInProcessWorker } from './testing/createInProcessWorker.ts'

const fail = (fault: unknown) => {
  throw fault
}
const KEY = 'sk-canary-0123456789abcdefghijklmnop'
const registry = createDefaultRegistry()

const chat = addStep(createAgentConfig(), { id: 'reply', strategyType: 'llm', config: {} })
const greeter = addStep(
  createAgentConfig({
    name: 'S',
    fields: { name: { type: 'string', input: true }, age: { type: 'integer', input: true } },
  }),
  { id: 'greet', strategyType: 'llm', config: { promptTemplate: 'Greet {name}' } },
)
const wordy = addStep(
  createAgentConfig({
    name: 'S',
    fields: { word: { type: 'string', input: true }, words: { type: 'array', reducer: 'append' } },
  }),
  { id: 'note', strategyType: 'set', config: { values: [{ field: 'words', kind: 'template', value: '{word}' }] } },
)
const remote = (agent: AgentConfig, host = 'models.test') =>
  setLLM(agent, { provider: 'openai', model: 'm', baseUrl: `http://${host}/v1`, keyRef: 'mine' })

function createStudio(agent: AgentConfig) {
  const editor = createEditor(registry, toAgentDocument(agent))
  const { store, actions, planner } = editor
  planner.begin(planning)
  const library = createLibrary('run-test')
  const keyring = new Keyring(createKeyDatabase())
  const trust = { given: true }
  const config = () => toAgentConfig(selectFile(store.getState()))
  const plan = () => planner.plan(selectFileAgent(store.getState()))
  const archive = new RunArchive(library.runs, library.threads)
  const runner = createRunner(createInProcessWorker().create)
  const threads = new Threads({ store: library.threads, forget: (ids) => runner.forgetThreads(ids) })
  const runs = new RunController({
    runner,
    registry,
    keyring,
    runs: library.runs,
    archive,
    threads,
    input: new RunInput({
      agent: config,
      plan,
      currentRun: () => selectRun(store.getState()),
      readersOf: (field) => listReaders(editor, selectFileAgent(store.getState()), plan(), field),
    }),
    agent: config,
    plan,
    whenPlanned: (work) => planner.whenReady(work, fail),
    currentRun: () => selectRun(store.getState()),
    identity: () => ({ id: 'agent', name: 'Agent' }),
    readOnly: () => store.getState().session.readOnly,
    isTrusted: () => trust.given,
    trust: () => {
      trust.given = true
    },
    breakpoints: () => store.getState().session.breakpoints,
    fixedOutputs: () => store.getState().session.fixedOutputs,
    receive: actions.receive,
    clearRun: actions.clearRun,
  })
  const idle = () => vi.waitFor(() => expect(runs.activity.getState().status).toBe('idle'), { timeout: 50_000 })
  return { editor, library, keyring, trust, runs, archive, idle, run: () => selectRun(store.getState()) }
}

describe('running what is on screen', () => {
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory()
  })
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it('runs with what was typed, and brings earlier inputs back', async () => {
    const { runs, idle, run } = createStudio(greeter)
    runs.input.setField('name', 'Ada')
    runs.run()
    await idle()
    expect(run()).toMatchObject({ status: 'ended', input: { name: 'Ada' } })
    runs.input.setField('name', 'Bob')
    runs.input.recall('older')
    expect(runs.input.state.getState().draft.name).toBe('Ada')
    runs.input.recall('newer')
    expect(runs.input.state.getState().draft.name).toBe('Bob')
  })

  it('does not run with an input that cannot be read, and says which', () => {
    const { runs, run } = createStudio(greeter)
    runs.input.setField('age', 'old')
    runs.run()
    expect(runs.input.state.getState().faults).toHaveProperty('age')
    expect(run()).toBeUndefined()
  })

  it('runs as far as was asked, once the input is there that was missing', async () => {
    const note = { strategyType: 'set', config: { values: [{ field: 'words', kind: 'template', value: 'noted' }] } }
    const agent = addStep(wordy, { id: 'then', ...note })
    const { runs, idle, run } = createStudio(agent)
    runs.runTo({ '': ['then'] })
    expect(runs.input.state.getState().faults).toHaveProperty('word')
    runs.input.setField('word', 'one')
    runs.run()
    await idle()
    expect(run()).toMatchObject({ status: 'paused', state: { words: ['one'] }, breakpoint: { stepIds: ['then'] } })
    await runs.giveUp()
    runs.run()
    await idle()
    expect(run()).toMatchObject({ status: 'ended', state: { words: ['one', 'noted'] } })
  })

  it('goes on with the conversation on screen', async () => {
    const { runs, idle, run } = createStudio(chat)
    runs.input.setMessage('My name is Ada.')
    runs.run()
    await idle()
    expect(runs.input.state.getState().message).toBe('')
    runs.input.setMessage('What is my name?')
    runs.run()
    await idle()
    const { messages } = run()?.input ?? {}
    expect(messages).toMatchObject([
      { content: 'My name is Ada.' },
      { role: 'assistant' },
      { content: 'What is my name?' },
    ])
  })

  it('lets an agent with a checkpointer remember, over changes of the agent, until the person starts afresh', async () => {
    const { runs, idle, run, editor } = createStudio(setCheckpointer(wordy, { type: 'memory' }))
    const say = async (word: string) => {
      runs.input.setField('word', word)
      runs.run()
      await idle()
    }
    await say('one')
    editor.actions.edit('Rename', (config) => setName(config, 'Renamed'), 'record')
    await say('two')
    expect(run()?.state.words).toEqual(['one', 'two'])
    runs.conversations.begin()
    await say('three')
    expect(run()?.state.words).toEqual(['three'])
  })

  describe('threads', () => {
    const remembering = setMemory(chat, { memoryType: 'conversation' })
    const talk = (studio: ReturnType<typeof createStudio>) => async (message: string) => {
      studio.runs.input.setMessage(message)
      studio.runs.run()
      await studio.idle()
    }
    const said = (studio: ReturnType<typeof createStudio>) => {
      const { messages } = studio.run()?.state ?? {}
      return Array.isArray(messages) ? messages.flatMap((message) => Object(message).content ?? []) : []
    }
    const open = async (studio: ReturnType<typeof createStudio>) => {
      await studio.archive.open('agent')
      await studio.runs.threads.open('agent')
      await studio.runs.conversations.openLast()
    }
    const names = (studio: ReturnType<typeof createStudio>) =>
      studio.runs.threads.state.getState().threads.map(({ name }) => name)

    it('an agent with a memory goes on with its thread, in a new session too', async () => {
      const first = createStudio(remembering)
      await open(first)
      await talk(first)('My name is Ada.')
      const threadId = first.run()?.threadId
      await vi.waitFor(() => expect(names(first)).toEqual(['My name is Ada.']))

      const second = createStudio(remembering)
      await open(second)
      expect(said(second)[0]).toBe('My name is Ada.')
      await talk(second)('And yours?')
      expect(second.run()?.threadId).toBe(threadId)
      expect(said(second)).toHaveLength(4)
      await vi.waitFor(() => expect(second.runs.threads.state.getState().threads).toHaveLength(1))
    })

    it('one that another tab has is not run here: what was typed stays, and a new one can begin', async () => {
      const first = createStudio(remembering)
      await open(first)
      await talk(first)('First')
      await vi.waitFor(() => expect(names(first)).toEqual(['First']))

      const studio = createStudio(remembering)
      await open(studio)
      const before = studio.run()
      const threadId = before?.threadId ?? ''
      expect(threadId).toBe(first.run()?.threadId)
      const request = async (name: string, _: unknown, take: (lock: object | null) => unknown) =>
        take(name.endsWith(threadId) ? null : { name })
      vi.stubGlobal('navigator', { ...navigator, locks: { request } })
      await talk(studio)('Second')
      expect(studio.runs.activity.getState().problems).toMatchObject([{ code: 'run.elsewhere' }])
      expect(studio.run()).toBe(before)
      expect(studio.runs.input.state.getState().message).toBe('Second')
      studio.runs.conversations.begin()
      await talk(studio)('Second')
      expect(studio.run()).toMatchObject({ status: 'ended' })
      expect(studio.run()?.threadId).not.toBe(threadId)
    })

    it('a run that is stopped while it waits for its thread does not begin', async () => {
      const studio = createStudio(remembering)
      await open(studio)
      studio.runs.input.setMessage('First')
      studio.runs.run()
      studio.runs.stop()
      await studio.idle()
      expect(studio.run()).toBeUndefined()
      await talk(studio)('Second')
      expect(studio.run()?.status).toBe('ended')
    })

    it('a new one leaves the others as they are, to be gone on with', async () => {
      const studio = createStudio(remembering)
      await open(studio)
      await talk(studio)('First')
      studio.runs.conversations.begin()
      expect(studio.run()).toBeUndefined()
      await talk(studio)('Second')
      expect(said(studio)).toHaveLength(2)
      await vi.waitFor(() => expect(names(studio)).toEqual(['Second', 'First']))
      const [, older] = studio.runs.threads.state.getState().threads
      await studio.runs.conversations.open(older?.threadId ?? '')
      await talk(studio)('Third')
      expect(said(studio)).toHaveLength(4)
      await vi.waitFor(() => expect(names(studio)).toEqual(['First', 'Second']))
    })

    it('one that is deleted goes with its runs, and comes back with them', async () => {
      const studio = createStudio(remembering)
      await open(studio)
      await talk(studio)('First')
      await vi.waitFor(() => expect(names(studio)).toEqual(['First']))
      const threadId = studio.run()?.threadId ?? ''
      await studio.runs.conversations.trash(threadId)
      expect(studio.run()).toBeUndefined()
      expect(studio.archive.records.getState()).toEqual([])
      await studio.runs.conversations.restore(threadId, true)
      expect(said(studio)[0]).toBe('First')
      await studio.runs.conversations.trash(threadId)
      await studio.runs.threads.purge(threadId)
      expect(await studio.library.runs.list()).toEqual([])
      expect(await studio.library.threads.list()).toEqual([])
    })

    it('one whose memory cannot be deleted stays in the trash, and says so', async () => {
      const studio = createStudio(remembering)
      await open(studio)
      await talk(studio)('First')
      await vi.waitFor(() => expect(names(studio)).toEqual(['First']))
      const threadId = studio.run()?.threadId ?? ''
      await studio.runs.conversations.trash(threadId)
      const refusing = vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
        throw new DOMException('full', 'QuotaExceededError')
      })
      await expect(studio.runs.threads.purge(threadId)).rejects.toMatchObject({ code: 'storage.quota' })
      refusing.mockRestore()
      expect(studio.runs.threads.has(threadId)).toBe(true)
      expect(await studio.library.runs.list()).toHaveLength(1)
    })

    it('what a deleted thread remembered is gone', async () => {
      const studio = createStudio(setCheckpointer(wordy, { type: 'memory' }))
      await open(studio)
      const say = async (word: string) => {
        studio.runs.input.setField('word', word)
        studio.runs.run()
        await studio.idle()
      }
      await say('one')
      const threadId = studio.run()?.threadId ?? ''
      await studio.runs.threads.purge(threadId)
      studio.runs.threads.choose(threadId)
      await say('two')
      expect(studio.run()?.state.words).toEqual(['two'])
    })

    it('an agent that remembers nothing has none', async () => {
      const studio = createStudio(chat)
      await open(studio)
      await talk(studio)('Hello')
      expect(studio.runs.threads.state.getState().threads).toEqual([])
    })
  })

  it('refuses an agent that cannot run, until its problems are mended', () => {
    const { runs } = createStudio(addStep(createAgentConfig(), { strategyType: 'teleport' }))
    runs.run()
    expect(runs.activity.getState()).toEqual({ status: 'idle', refused: true })
    runs.mended()
    expect(runs.activity.getState()).toEqual({ status: 'idle' })
  })

  it('refuses an agent that may only be looked at, with the reason', () => {
    const { runs, editor, run } = createStudio(chat)
    editor.actions.open({ id: 'agent', config: chat, readOnly: 'Made with a newer version.' })
    runs.input.setMessage('Hello')
    runs.run()
    expect(runs.activity.getState()).toMatchObject({ problems: [{ message: 'Made with a newer version.' }] })
    expect(run()).toBeUndefined()
  })

  describe('with an empty input', () => {
    it('asks for what a step waits for, and runs once it is there', async () => {
      const { runs, idle, run } = createStudio(greeter)
      runs.run()
      expect(run()).toBeUndefined()
      expect(runs.input.state.getState()).toMatchObject({
        faults: { name: expect.stringContaining('llm_step_0') },
        wanted: 'name',
        onlyEmpty: true,
      })
      runs.input.setField('name', 'Ada')
      expect(runs.input.state.getState().faults).toEqual({})
      runs.run()
      await idle()
      expect(run()?.status).toBe('ended')
    })

    it('asks for a text that was emptied, but not for one that is meant to begin empty', async () => {
      const fields = { name: { type: 'string', input: true, default: 'Ada' } } as const
      const withDefault = (initial: string) =>
        addStep(createAgentConfig({ name: 'S', fields: { name: { ...fields.name, default: initial } } }), {
          strategyType: 'llm',
          config: { promptTemplate: 'Greet {name}' },
        })
      const { runs } = createStudio(withDefault('Ada'))
      runs.input.setField('name', ' ')
      runs.run()
      expect(runs.input.state.getState().wanted).toBe('name')
      const optional = createStudio(withDefault(''))
      optional.runs.run()
      await optional.idle()
      expect(optional.run()?.status).toBe('ended')
    })

    it('runs all the same when the person means it', async () => {
      const { runs, idle, run } = createStudio(greeter)
      runs.run()
      runs.run({ evenIfEmpty: true })
      await idle()
      expect(run()).toMatchObject({ status: 'ended', input: { name: '' } })
    })

    it('asks for a message only where a model would have nothing to answer', async () => {
      const silent = createStudio(chat)
      silent.runs.run()
      expect(silent.runs.input.state.getState()).toMatchObject({ wanted: 'messages' })
      expect(silent.run()).toBeUndefined()
      const joker = createStudio(
        addStep(createAgentConfig(), { strategyType: 'llm', config: { promptTemplate: 'Tell a joke' } }),
      )
      joker.runs.run()
      await joker.idle()
      expect(joker.run()?.status).toBe('ended')
    })

    it('tells first what cannot be read: that is no matter of meaning it', () => {
      const { runs } = createStudio(greeter)
      runs.input.setField('age', 'old')
      runs.run()
      expect(Object.keys(runs.input.state.getState().faults).sort()).toEqual(['age', 'name'])
      expect(runs.input.state.getState().onlyEmpty).toBe(false)
    })
  })

  it('asks before the first run of an agent from outside, and runs once a person agreed', async () => {
    const { runs, trust, idle, run } = createStudio(chat)
    trust.given = false
    runs.input.setMessage('Hello')
    runs.run()
    expect(runs.activity.getState().gate?.kind).toBe('trust')
    runs.consent()
    await idle()
    expect(run()?.status).toBe('ended')
  })

  describe('of an agent from outside', () => {
    const splitting = { size: 800, overlap: 80, by: 'paragraphs' as const }
    const search = { path: 'config.documents', documents: [], splitting, limit: 3 }
    const server = { url: 'http://tools.test/mcp', keyRef: '', keyHeader: 'Authorization', keyPrefix: 'Bearer ' }
    const hosts = [{ host: 'models.test', keyRef: 'mine' }]
    const trials: readonly (readonly [string, (runs: RunController) => Promise<object>])[] = [
      ['a tool', (runs) => runs.trials.tryTool('add', {})],
      ['a list of tools', (runs) => runs.trials.listTools(server, 'tools.test')],
      ['a search', (runs) => runs.trials.search(search, 'Why?', hosts, () => undefined).done],
    ]

    it.each(trials)('%s is tried only once a person agreed', async (_name, attempt) => {
      const fetch = vi.fn(async () => new Response('', { status: 404 }))
      vi.stubGlobal('fetch', fetch)
      const { runs, trust } = createStudio(chat)
      trust.given = false
      const first = attempt(runs)
      expect(runs.activity.getState().gate).toEqual({ kind: 'trust' })
      runs.dismiss()
      expect(await first).toMatchObject({ problem: { code: 'tool.rejected' } })
      expect(fetch).not.toHaveBeenCalled()
      const second = attempt(runs)
      runs.consent()
      expect(await second).not.toMatchObject({ problem: { code: 'tool.rejected' } })
      expect(runs.activity.getState()).toEqual({ status: 'idle' })
      expect(trust.given).toBe(true)
    })

    const waysAway: readonly (readonly [string, (runs: RunController) => unknown])[] = [
      ['a new conversation', (runs) => runs.conversations.begin()],
      ['another agent', (runs) => runs.leave()],
      ['a start that asks for itself', (runs) => runs.start({})],
      ['an earlier run', (runs) => runs.stored.restore(earlier)],
    ]
    const earlier: RunRecord = {
      ...{ runId: 'r', agentId: 'agent', agentName: 'A', threadId: 't' },
      ...{ order: 1, startedAt: 0, input: {}, status: 'paused' },
    }

    it.each(waysAway)(
      'what waits for a word is not tried once %s takes the place of the question',
      async (_, leave) => {
        const { runs, trust } = createStudio(chat)
        trust.given = false
        const attempt = runs.trials.tryTool('add', {})
        leave(runs)
        expect(await attempt).toMatchObject({ problem: { code: 'tool.rejected' } })
      },
    )

    it('two that wait are both answered by one word', async () => {
      const { runs, trust } = createStudio(chat)
      trust.given = false
      const attempts = [runs.trials.tryTool('add', {}), runs.trials.tryTool('add', {})]
      runs.consent()
      for (const { problem } of await Promise.all(attempts)) expect(problem?.code).not.toBe('tool.rejected')
    })

    it('nothing is asked in the middle of a run, and that is told', async () => {
      const { runs, trust, idle } = createStudio(chat)
      runs.input.setMessage('Hello')
      runs.run()
      trust.given = false
      expect(await runs.trials.tryTool('add', {})).toMatchObject({ problem: { code: 'run.failed' } })
      expect(runs.activity.getState().gate).toBeUndefined()
      await idle()
    })

    it('a search that asks no server needs no word', async () => {
      const { runs, trust } = createStudio(chat)
      trust.given = false
      await runs.trials.search(search, 'Why?', [], () => undefined).done
      expect(runs.activity.getState().gate).toBeUndefined()
    })
  })

  it('asks for a key that is missing, and goes on once it is there', async () => {
    vi.stubGlobal('fetch', async () => new Response('', { status: 404 }))
    const { runs, keyring, idle, run } = createStudio(setLLM(chat, { provider: 'openai', model: 'm' }))
    runs.input.setMessage('Hello')
    runs.run()
    expect(runs.activity.getState().gate).toMatchObject({
      kind: 'keys',
      missing: [{ keyRef: 'openai', why: 'missing' }],
    })
    await keyring.save({ keyRef: 'openai', value: KEY, hosts: ['api.openai.com'] }, false)
    runs.retryGate()
    await idle()
    expect(run()?.problems[0]?.code).toBe('provider.notFound')
  })

  it('keeps a record of each run, which replays to the same state', async () => {
    const { runs, archive, idle, run, editor } = createStudio(chat)
    await archive.open('agent')
    runs.input.setMessage('Hello')
    runs.run()
    await idle()
    const seen = run()
    await vi.waitFor(() => expect(archive.records.getState()).toMatchObject([{ status: 'done', agentId: 'agent' }]))
    editor.actions.clearRun()
    editor.actions.receive(await archive.events(seen?.runId ?? ''))
    expect(run()).toEqual(seen)
  })

  it('finds a run that its page did not live to finish', async () => {
    const { library, archive } = createStudio(chat)
    const record = { runId: 'r', agentId: 'agent', agentName: 'A', startedAt: 0, input: {}, threadId: 't' }
    await library.runs.start(record, chat)
    await library.runs.append('r', { index: 0, events: [], status: 'running', lastStepId: 'reply' })
    await markInterrupted(library.runs)
    await archive.open('agent')
    expect(archive.records.getState()).toMatchObject([{ status: 'interrupted', lastStepId: 'reply' }])
  })

  it('lets no key into any sink, even when a server sends it back', async () => {
    const written: string[] = []
    for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
      vi.spyOn(console, level).mockImplementation((...parts) => written.push(parts.map(String).join(' ')))
    }
    vi.stubGlobal('fetch', async () =>
      Response.json(
        { error: { message: `Key ${KEY} (${btoa(KEY)}) is wrong`, code: 'invalid_api_key' } },
        { status: 401 },
      ),
    )
    const { runs, keyring, library, archive, idle, run, editor } = createStudio(remote(chat))
    await archive.open('agent')
    await keyring.save({ keyRef: 'mine', value: KEY, hosts: ['models.test'] }, false)
    runs.input.setMessage('Hello')
    runs.run()
    await idle()
    expect(run()?.problems[0]?.code).toBe('provider.auth')
    await library.create(toAgentDraft(toAgentConfig(selectFile(editor.store.getState())), registry))
    await vi.waitFor(() => expect(archive.records.getState()[0]?.status).toBe('failed'))
    const sinks = JSON.stringify([
      written,
      editor.store.getState(),
      runs.activity.getState(),
      keyring.keys.getState(),
      await library.list(),
      await library.runs.list(),
      await library.runs.events(run()?.runId ?? ''),
      await createKeyDatabase().list(),
      { ...localStorage },
    ])
    for (const form of [KEY, btoa(KEY), KEY.slice(0, 16), KEY.slice(-16)]) expect(sinks).not.toContain(form)
    vi.restoreAllMocks()
  })
})
