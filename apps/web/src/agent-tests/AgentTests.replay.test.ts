// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { type AgentConfig, addStep, type RunState, reduceRun, type StepConfig, setLLM } from '@petal/core/model'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openTests } from './testing/openTests.ts'
import { readExample } from './testing/readExample.ts'
import { toAgentTest } from './toAgentTest.ts'
import { warnOfRun } from './warnOfRun.ts'

/** The same with models elsewhere, which are asked only when a test does not take what was recorded. */
function withModelsElsewhere(agent: AgentConfig): AgentConfig {
  return setLLM(agent, { provider: 'openai', model: 'm', baseUrl: 'http://models.test/v1' })
}

/** How a run of an agent went. */
async function runOnce({ trials }: ReturnType<typeof openTests>, agent: AgentConfig): Promise<RunState> {
  let run: RunState | undefined
  await trials.runAgent(agent, {}, (events) => {
    run = events.reduce<RunState | undefined>(reduceRun, run)
  }).done
  if (run === undefined) throw new Error('The run did not begin.')
  return run
}

/** What came of a test of a run of one agent, made with another. */
async function judge(of: AgentConfig, agent: AgentConfig) {
  const opened = openTests()
  const run = await runOnce(opened, of)
  expect([run.status, warnOfRun(run)]).toEqual(['ended', []])
  const test = { id: 't', ...toAgentTest(run, of) }
  await opened.tests.run([test], agent)
  return { test, verdict: opened.tests.state.getState().verdicts.t }
}

describe('a test of a recorded run', () => {
  const asked = vi.fn(() => Promise.reject(new TypeError('No model is to be asked.')))
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory()
    asked.mockClear()
    vi.stubGlobal('fetch', asked)
  })
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it.each([
    ['writer-with-fact-check', ['check#1/claims#1', 'check#1/judge#1', 'draft#1', 'revise#1']],
    ['article-digest', ['combine#1', 'summarise#1/item%201:step#1', 'summarise#1/item%202:step#1']],
  ])('of %s takes all answers, also within called agents, and asks no model', async (name, places) => {
    const agent = readExample(name)
    const { test, verdict } = await judge(agent, withModelsElsewhere(agent))
    expect(Object.keys(test.recorded)).toEqual(expect.arrayContaining(places))
    expect(verdict).toEqual({ passed: true })
    expect(asked).not.toHaveBeenCalled()
  })

  it('asks no model either where the run had none to record, unless a person wants it to', async () => {
    const opened = openTests()
    const test = { id: 't', name: 'T', input: {}, expectations: [], recorded: {} }
    const agent = withModelsElsewhere(readExample('writer-with-fact-check'))
    await opened.tests.run([{ ...test, models: 'replayed' }], agent)
    expect(opened.tests.state.getState().verdicts.t).toMatchObject({ passed: false })
    expect(asked).not.toHaveBeenCalled()
    await opened.tests.run([{ ...test, models: 'asked' }], agent)
    expect(asked).toHaveBeenCalled()
  })

  it('says which step within a called agent it has no answer for, and asks no model', async () => {
    const agent = readExample('writer-with-fact-check')
    const within = agent.agents?.['fact-check']
    if (within === undefined) throw new Error('The example calls another agent.')
    const extra: StepConfig = { id: 'extra', strategyType: 'llm', nodeName: 'Sum up', config: { writes: 'report' } }
    const changed = { ...agent, agents: { 'fact-check': addStep(within, extra) } }
    const { verdict } = await judge(agent, withModelsElsewhere(changed))
    expect(verdict).toMatchObject({ passed: false, reason: expect.stringMatching(/^Check the facts › Sum up: /) })
    expect(asked).not.toHaveBeenCalled()
  })
})
