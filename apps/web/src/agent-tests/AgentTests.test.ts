import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createLibrary } from '../storage/createLibrary.ts'
import type { AgentTest } from './AgentTest.ts'
import { AgentTests } from './AgentTests.ts'

const trials = { runAgent: () => ({ done: Promise.resolve(undefined), stop: () => undefined }) }

const test = (id: string): AgentTest => ({
  id,
  name: id,
  input: {},
  expectations: [],
  models: 'replayed',
  recorded: {},
})

/** The tests of an agent as a tab sees them. Tabs share what the browser keeps. */
function openTab(agentId: string) {
  const library = createLibrary('agent-tests')
  const tests = new AgentTests({ library, trials, agentId })
  const ids = () => tests.state.getState().tests.map(({ id }) => id)
  return { tests, ids }
}

async function createAgents(...names: readonly string[]): Promise<readonly string[]> {
  const library = createLibrary('agent-tests')
  const outline = { boxes: [], lines: [] }
  const agents = await Promise.all(names.map((name) => library.create({ name, text: '{}', stepCount: 0, outline })))
  return agents.map(({ id }) => id)
}

describe('tests of agents', () => {
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory()
  })

  it('are all kept when two tabs keep them at once, of one agent or of two', async () => {
    const [one = '', two = ''] = await createAgents('One', 'Two')
    const tabs = [openTab(one), openTab(one), openTab(two)]
    await Promise.all(tabs.map(({ tests }, index) => tests.keep(test(`t${index}`))))
    const [again, other] = [openTab(one), openTab(two)]
    await Promise.all([again.tests.load(), other.tests.load()])
    expect(again.ids()).toEqual(['t0', 't1'])
    expect(other.ids()).toEqual(['t2'])
  })

  it('say when they are not kept, until they are', async () => {
    const [one = ''] = await createAgents('One')
    const { tests, ids } = openTab(one)
    await tests.load()
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    expect(await tests.keep(test('t'))).toBe(false)
    expect(tests.state.getState().problem).toContain('not kept')
    vi.restoreAllMocks()
    expect(await tests.keep(test('t'))).toBe(true)
    expect(tests.state.getState().problem).toBeUndefined()
    expect(ids()).toEqual(['t'])
  })

  it('are had back where they stood', async () => {
    const [one = ''] = await createAgents('One')
    const { tests, ids } = openTab(one)
    for (const id of ['t', 'u', 'v']) await tests.keep(test(id))
    await tests.remove('u')
    await tests.keep(test('u'), 1)
    expect(ids()).toEqual(['t', 'u', 'v'])
  })

  it('go with their agent', async () => {
    const [one = '', two = ''] = await createAgents('One', 'Two')
    await openTab(one).tests.keep(test('t'))
    await createLibrary('agent-tests').purge(one)
    await openTab(two).tests.keep(test('u'))
    const { tests, ids } = openTab(one)
    await tests.load()
    expect(ids()).toEqual([])
  })
})
