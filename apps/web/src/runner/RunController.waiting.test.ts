// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import {
  type AgentConfig,
  addStep,
  createAgentConfig,
  createDefaultRegistry,
  type RunEvent,
  setLLM,
} from '@petal/core/model'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { toAgentConfig, toAgentDocument } from '../editor/AgentDocument.ts'
import { createEditor } from '../editor/createEditor.ts'
import * as planning from '../editor/planning.ts'
import { selectAgent, selectDocument, selectRun } from '../editor/selectors.ts'
import { createLibrary } from '../storage/createLibrary.ts'
import { Keyring } from '../storage/Keyring.ts'
import { createKeyDatabase } from '../storage/keyDatabase.ts'
import type { RunRecord } from '../storage/LibrarySchema.ts'
import { createRunner } from './createRunner.ts'
import { markInterrupted } from './markInterrupted.ts'
import { planGoingOn } from './planGoingOn.ts'
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

const base = createAgentConfig({
  name: 'S',
  fields: { why: { type: 'string' }, log: { type: 'array', reducer: 'append' }, answer: { type: 'string' } },
})
const ask = addStep(base, { id: 'ask', strategyType: 'human', config: { mode: 'answer', text: 'Why?', writes: 'why' } })
const asker = addStep(ask, {
  id: 'note',
  strategyType: 'set',
  config: { values: [{ field: 'log', kind: 'template', value: 'noted {why}' }] },
})
const remote = setLLM(addStep(ask, { id: 'reply', strategyType: 'llm', config: { promptTemplate: '{why}' } }), {
  provider: 'openai',
  model: 'm',
})

/** A page with this agent on it. Several share what the browser keeps, and nothing else. */
function openPage(agent: AgentConfig) {
  const { store, actions, planner } = createEditor(registry, toAgentDocument(agent))
  planner.begin(planning)
  const library = createLibrary('waiting-test')
  const keyring = new Keyring(createKeyDatabase())
  const archive = new RunArchive(library.runs, library.threads)
  const runner = createRunner(createInProcessWorker().create)
  const threads = new Threads({ store: library.threads, forget: (ids) => runner.forgetThreads(ids) })
  const config = () => toAgentConfig(selectDocument(store.getState()))
  const plan = () => planner.plan(selectAgent(store.getState()))
  const currentRun = () => selectRun(store.getState())
  const runs = new RunController({
    ...{ registry, keyring, archive, plan, currentRun, runner, threads },
    runs: library.runs,
    input: new RunInput({ agent: config, plan, currentRun, readersOf: () => [] }),
    agent: config,
    whenPlanned: (work) => planner.whenReady(work, fail),
    identity: () => ({ id: 'agent', name: 'Agent' }),
    readOnly: () => undefined,
    isTrusted: () => true,
    trust: () => undefined,
    breakpoints: () => store.getState().session.breakpoints,
    fixedOutputs: () => store.getState().session.fixedOutputs,
    receive: actions.receive,
    clearRun: actions.clearRun,
  })
  const settled = (status: string) =>
    vi.waitFor(
      () => {
        expect(runs.activity.getState().status).toBe('idle')
        expect(currentRun()?.status).toBe(status)
      },
      { timeout: 10_000 },
    )
  /** What a reload finds of the newest run. */
  const reopen = async () => {
    await markInterrupted(library.runs)
    await archive.open('agent')
    return archive.records.getState()[0]
  }
  const questionId = () => currentRun()?.questions[0]?.id ?? ''
  return { runs, archive, library, keyring, actions, settled, reopen, questionId, run: currentRun }
}

type Page = ReturnType<typeof openPage>

async function pausedRun(agent: AgentConfig) {
  const page = openPage(agent)
  await page.archive.open('agent')
  page.runs.start({})
  await page.settled('paused')
  await vi.waitFor(() => expect(page.archive.records.getState()[0]?.status).toBe('paused'))
  return page
}

/** A second run that waits as the newest one does, though nothing was kept to go on with it. */
async function copyRun({ archive, library }: Page, { threadId = 'copied thread' } = {}): Promise<RunRecord> {
  const [original] = archive.records.getState()
  if (original === undefined) throw new Error('no record')
  const { order: _order, status, ...record } = original
  const runId = 'copied run'
  const text = JSON.stringify(await archive.events(record.runId))
  const events: readonly RunEvent[] = JSON.parse(
    text.replaceAll(record.runId, runId).replaceAll(record.threadId, threadId),
  )
  await library.runs.start({ ...record, runId, threadId }, asker)
  await library.runs.append(runId, { index: 0, events, status })
  await archive.refresh()
  const copy = archive.records.getState().find((run) => run.runId === runId)
  if (copy === undefined) throw new Error('no copy')
  return copy
}

/** Locks as a browser with several tabs has them; `onRelease` hears of each that is given back. */
function stubLocks(onRelease: (name: string) => void = () => undefined) {
  const held = new Set<string>()
  const request = async (name: string, options: unknown, work?: (lock: unknown) => unknown) => {
    const take = typeof options === 'function' ? options : work
    if (held.has(name)) return take?.(null)
    held.add(name)
    await take?.({ name })
    held.delete(name)
    onRelease(name)
  }
  vi.stubGlobal('navigator', { ...navigator, locks: { request, query: async () => ({ held: [] }) } })
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a run that waits', () => {
  it('is there again on another page, and goes on with the agent it began with', async () => {
    const before = await pausedRun(asker)
    const page = openPage(createAgentConfig())
    const record = await page.reopen()
    expect(record?.status).toBe('paused')
    expect(record && (await page.runs.stored.restore(record))).toBe('ready')
    expect(page.run()).toEqual(before.run())
    page.runs.resume({ [page.questionId()]: 'because' })
    await page.settled('ended')
    expect(page.run()?.state.log).toEqual(['noted because'])
    // Once more, from what was recorded: one run, whole.
    await vi.waitFor(async () => expect((await page.reopen())?.status).toBe('done'))
    expect(page.archive.records.getState()).toHaveLength(1)
    const events = await page.archive.events(record?.runId ?? '')
    expect(events.filter(({ type }) => type === 'run-start')).toHaveLength(2)
    expect(events.at(-1)?.type).toBe('run-end')
  })

  it('asks again for keys of the session before, and goes on with the answer that was given', async () => {
    vi.stubGlobal('fetch', async () => new Response('', { status: 404 }))
    const first = openPage(remote)
    await first.archive.open('agent')
    await first.keyring.save({ keyRef: 'openai', value: KEY, hosts: ['api.openai.com'] }, false)
    first.runs.start({})
    await first.settled('paused')
    await vi.waitFor(() => expect(first.archive.records.getState()[0]?.status).toBe('paused'))
    expect(JSON.stringify(await first.library.runs.config(first.run()?.runId ?? ''))).not.toContain(KEY)

    const page = openPage(createAgentConfig())
    const record = await page.reopen()
    if (record !== undefined) await page.runs.stored.restore(record)
    page.runs.resume({ [page.questionId()]: 'because' })
    expect(page.runs.activity.getState().gate).toMatchObject({ kind: 'keysAgain', missing: [{ keyRef: 'openai' }] })
    await page.keyring.save({ keyRef: 'openai', value: KEY, hosts: ['api.openai.com'] }, false)
    page.runs.retryGate()
    await page.settled('failed')
    expect(page.run()).toMatchObject({ state: { why: 'because' }, problems: [{ code: 'provider.notFound' }] })
  })

  it('is not taken from another tab that has it', async () => {
    stubLocks()
    const before = await pausedRun(asker)
    const page = openPage(asker)
    const record = await page.reopen()
    if (record === undefined) throw new Error('no record')
    expect(await page.runs.stored.restore(record)).toBe('elsewhere')
    before.runs.leave()
    await vi.waitFor(async () => expect(await page.runs.stored.restore(record)).toBe('ready'))
  })

  it('says so when its saved state is gone', async () => {
    const before = await pausedRun(asker)
    before.runs.leave()
    await deleteCheckpoints()
    const page = openPage(asker)
    const record = await page.reopen()
    if (record === undefined) throw new Error('no record')
    expect(await page.runs.stored.restore(record)).toBe('gone')
    expect(page.runs.activity.getState()).toEqual({ status: 'idle', stranded: { record, reason: 'gone' } })
    expect(page.run()?.status).toBe('paused')
    expect(page.runs.canGoOn).toBe(false)
    page.runs.resume({ [page.questionId()]: 'because' })
    expect(page.runs.activity.getState().status).toBe('idle')
    page.runs.start({})
    await page.settled('paused')
    expect(page.runs.activity.getState()).toEqual({ status: 'idle' })
    expect(page.runs.canGoOn).toBe(true)
  })

  it('is over when its thread gets another turn instead of the answer', async () => {
    const page = await pausedRun({ ...asker, memory: { memoryType: 'conversation', maxTokens: 500, enabled: true } })
    const [older] = page.archive.records.getState()
    page.runs.start({})
    await page.settled('paused')
    const statuses = () => page.archive.records.getState().map(({ threadId, status }) => [threadId, status])
    await vi.waitFor(() =>
      expect(statuses()).toEqual([
        [older?.threadId, 'paused'],
        [older?.threadId, 'stopped'],
      ]),
    )
    const events = await page.archive.events(older?.runId ?? '')
    expect(events.slice(-2).map(({ type }) => type)).toEqual(['run-pause', 'run-cancel'])
  })

  it('does not go on in the place of one on screen that cannot', async () => {
    const page = await pausedRun(asker)
    const [waiting] = page.archive.records.getState()
    const copy = await copyRun(page)
    expect(await page.runs.stored.restore(copy)).toBe('gone')
    const shown = page.run()
    page.runs.resume({ [page.questionId()]: 'because' })
    page.runs.step()
    expect(page.runs.activity.getState().status).toBe('idle')
    await page.runs.giveUp()
    expect(page.run()).toBe(shown)
    expect(waiting && (await page.runs.stored.restore(waiting))).toBe('ready')
    expect(page.run()).toMatchObject({ status: 'paused', threadId: waiting?.threadId })
    page.runs.resume({ [page.questionId()]: 'because' })
    await page.settled('ended')
  })

  it('does not go on while another one is looked at', async () => {
    const page = await pausedRun(asker)
    const [waiting] = page.archive.records.getState()
    const copy = await copyRun(page)
    page.actions.clearRun()
    page.actions.receive(await page.archive.events(copy.runId))
    page.runs.resume({ [page.questionId()]: 'because' })
    page.runs.step()
    expect(page.runs.activity.getState().status).toBe('idle')
    await page.runs.giveUp()
    expect(page.run()?.status).toBe('paused')
    const events = await page.archive.events(waiting?.runId ?? '')
    expect(events.at(-1)?.type).toBe('run-pause')
  })

  it('stays one that cannot go on, whatever else is asked meanwhile', async () => {
    const copy = await copyRun(await pausedRun(asker))
    const page = openPage(remote)
    await page.reopen()
    await page.runs.stored.restore(copy)
    const stranded = { record: copy, reason: 'gone' }
    page.runs.start({})
    expect(page.runs.activity.getState()).toMatchObject({ gate: { kind: 'keys' }, stranded })
    page.runs.dismiss()
    expect(page.runs.activity.getState()).toEqual({ status: 'idle', stranded })
    await page.keyring.save({ keyRef: 'openai', value: KEY, hosts: ['api.openai.com'] }, false)
    page.runs.start({})
    await page.settled('paused')
    expect(page.runs.activity.getState()).toEqual({ status: 'idle' })
  })

  it('and cannot go on is the one that is discarded, not a newer one of its thread', async () => {
    const page = await pausedRun(asker)
    const [older] = page.archive.records.getState()
    if (older === undefined) throw new Error('no record')
    page.runs.leave()
    const newer = await copyRun(page, { threadId: older.threadId })
    await deleteCheckpoints()
    expect(await page.runs.stored.restore(older)).toBe('gone')
    const { stranded } = page.runs.activity.getState()
    if (stranded !== undefined) await page.runs.stored.discard(stranded.record)
    expect(page.archive.records.getState()).toEqual([newer])
  })

  it('is free for other tabs again when the store fails', async () => {
    stubLocks()
    const before = await pausedRun(asker)
    before.runs.leave()
    const page = openPage(asker)
    const record = await page.reopen()
    if (record === undefined) throw new Error('no record')
    const refusing = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    await expect(page.runs.stored.restore(record)).rejects.toMatchObject({ code: 'storage.quota' })
    refusing.mockRestore()
    expect(await openPage(asker).runs.stored.restore(record)).toBe('ready')
  })

  it('is forgotten with everything that was kept of it', async () => {
    await pausedRun(asker)
    const page = openPage(asker)
    const record = await page.reopen()
    if (record === undefined) throw new Error('no record')
    await page.runs.stored.discard(record)
    expect(page.archive.records.getState()).toEqual([])
    expect(await page.library.runs.config(record.runId)).toBeUndefined()
    await vi.waitFor(async () => expect(await countRows('petal-checkpoints', 'checkpoints')).toBe(0))
  })

  it('is not forgotten while another tab has it', async () => {
    stubLocks()
    const before = await pausedRun(asker)
    const page = openPage(asker)
    const record = await page.reopen()
    if (record === undefined) throw new Error('no record')
    await expect(page.runs.stored.discard(record)).rejects.toMatchObject({ code: 'run.elsewhere' })
    expect(before.run()?.status).toBe('paused')
    before.runs.resume({ [before.questionId()]: 'because' })
    await before.settled('ended')
  })

  it('is forgotten before another tab may have its thread', async () => {
    const left: (readonly RunRecord[])[] = []
    stubLocks(() => left.push(page.archive.records.getState()))
    const page = await pausedRun(asker)
    const [record] = page.archive.records.getState()
    if (record !== undefined) await page.runs.stored.discard(record)
    await vi.waitFor(() => expect(left).toEqual([[]]))
  })

  it('leaves nothing behind when it has ended', async () => {
    const page = await pausedRun(asker)
    expect(await countRows('petal-checkpoints', 'checkpoints')).toBeGreaterThan(0)
    page.runs.resume({ [page.questionId()]: 'because' })
    await page.settled('ended')
    await vi.waitFor(async () => expect(await countRows('petal-checkpoints', 'checkpoints')).toBe(0))
  })
})

describe('a run that stops at a breakpoint', () => {
  const notes = ['one', 'two', 'three'].reduce(
    (config, id) =>
      addStep(config, {
        id,
        strategyType: 'set',
        config: { values: [{ field: 'log', kind: 'template', value: id }] },
      }),
    base,
  )

  async function stoppedRun() {
    const page = openPage(notes)
    page.actions.setBreakpoints({ '': ['two', 'gone'], nobody: ['one'] })
    await page.archive.open('agent')
    page.runs.start({})
    await page.settled('paused')
    await vi.waitFor(() => expect(page.archive.records.getState()[0]?.status).toBe('paused'))
    return page
  }

  it('goes on step by step on another page, which is told no breakpoint', async () => {
    await stoppedRun()
    const page = openPage(createAgentConfig())
    const record = await page.reopen()
    if (record === undefined) throw new Error('no record')
    expect(await page.runs.stored.restore(record)).toBe('ready')
    expect(page.run()).toMatchObject({ state: { log: ['one'] }, breakpoint: { stepIds: ['two'], when: 'before' } })
    page.runs.step()
    await vi.waitFor(() => expect(page.run()?.breakpoint?.stepIds).toEqual(['three']), { timeout: 10_000 })
    await page.settled('paused')
    expect(page.run()?.state.log).toEqual(['one', 'two'])
    page.runs.resume()
    await page.settled('ended')
    expect(page.run()?.state.log).toEqual(['one', 'two', 'three'])
  })

  it('goes on after a stop with the branch that was not marked, too', async () => {
    const edges = [
      { from: 'START', to: 'one' },
      { from: 'one', to: 'two' },
      { from: 'one', to: 'three' },
    ]
    const branching = { ...notes, edges }
    const page = openPage(branching)
    await page.archive.open('agent')
    page.runs.start({})
    await page.settled('ended')
    const whole = page.run()?.state.log
    page.actions.setBreakpoints({ '': ['two'] })
    page.runs.start({})
    await page.settled('paused')
    page.runs.stop()
    await page.settled('cancelled')
    const run = page.run()
    const plan = run && planGoingOn(run, branching)
    expect(plan?.names).toHaveLength(2)
    if (run === undefined || !plan?.result.ok) throw new Error('it cannot go on')
    page.runs.startFrom(run.input, plan.result.origin)
    await page.settled('ended')
    expect(whole).toHaveLength(3)
    expect(page.run()?.state.log).toEqual(whole)
  })

  it('does not go on while its state is being set', async () => {
    await stoppedRun()
    const page = openPage(createAgentConfig())
    const record = await page.reopen()
    if (record === undefined) throw new Error('no record')
    await page.runs.stored.restore(record)
    const editing = page.runs.edit({ answer: 'by hand' })
    expect(page.runs.activity.getState()).toMatchObject({ status: 'idle', editing: true })
    page.runs.resume()
    expect(page.runs.activity.getState().status).toBe('idle')
    expect(await editing).toBeUndefined()
    expect(page.run()).toMatchObject({ status: 'paused', state: { answer: 'by hand', log: ['one'] } })
    page.runs.resume()
    await page.settled('ended')
    expect(page.run()?.state).toMatchObject({ answer: 'by hand', log: ['one', 'two', 'three'] })
  })

  it('can be ended there, and leaves nothing to go on with', async () => {
    const page = await stoppedRun()
    await page.runs.giveUp()
    expect(page.run()?.status).toBe('cancelled')
    expect(page.archive.records.getState()).toMatchObject([{ status: 'stopped' }])
    expect(await countRows('petal-checkpoints', 'checkpoints')).toBe(0)
    page.runs.resume()
    expect(page.runs.activity.getState().status).toBe('idle')
  })

  it('is ended before another tab may have its thread', async () => {
    const found: (string | undefined)[] = []
    stubLocks(() => found.push(page.archive.records.getState()[0]?.status))
    const page = await stoppedRun()
    await page.runs.giveUp()
    await vi.waitFor(() => expect(found).toEqual(['stopped']))
  })
})

it('a run says when the browser cannot keep it, and can be answered all the same', async () => {
  const page = openPage(asker)
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  page.runs.start({})
  await page.settled('paused')
  page.runs.dismiss()
  expect(page.runs.activity.getState().unkept).toMatchObject({ code: 'storage.quota' })
  page.runs.resume({ [page.questionId()]: 'because' })
  await page.settled('ended')
  expect(page.run()?.state.log).toEqual(['noted because'])
  vi.restoreAllMocks()
})

async function deleteCheckpoints(): Promise<void> {
  const deleting = indexedDB.deleteDatabase('petal-checkpoints')
  await new Promise((resolve) => {
    deleting.onsuccess = resolve
  })
}

async function countRows(name: string, store: string): Promise<number> {
  const { openDB } = await import('idb')
  const database = await openDB(name)
  const count = await database.count(store)
  database.close()
  return count
}
