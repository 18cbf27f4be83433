import { expect, test } from 'vitest'
import { collect, testAgent } from '../../test/testAgent.ts'
import type { AgentConfig, StepConfig } from '../config/AgentConfig.ts'
import { createAgentConfig } from '../config/createAgentConfig.ts'
import type { StepFunction } from '../step/StepContext.ts'
import type { RunState } from './RunState.ts'
import { reduceRun } from './reduceRun.ts'
import { isSameRun, listInnerRuns, selectInnerRun } from './selectInnerRun.ts'

const fields = { number: { type: 'number', input: true }, half: { type: 'number' } } as const

const halve: StepConfig = {
  id: 'halve',
  strategyType: 'set',
  config: { values: [{ field: 'half', kind: 'expression', value: 'number / 2' }] },
}
const big: StepConfig = {
  id: 'big',
  strategyType: 'condition',
  config: { branches: [{ name: 'yes', when: 'number > 2' }] },
}

/** Halves what is greater than 2, and calls an agent of its own in between. */
const inner: AgentConfig = {
  ...createAgentConfig({ name: 'Inner', fields }),
  steps: [big, halve, { id: 'deeper', strategyType: 'subagent', config: { agent: 'deep' } }],
  edges: [
    { from: 'START', to: 'big' },
    { from: 'big', exit: 'yes', to: 'halve' },
    { from: 'halve', to: 'deeper' },
  ],
}
const deep: AgentConfig = { ...createAgentConfig({ name: 'Deep', fields }), steps: [halve] }

/** Calls the agent with 8, then 4, then 2. */
const outer: StepFunction = async ({ number }, { runAgent }) => {
  const { half } = await runAgent('inner', { number: number ?? 0 })
  return half === undefined ? {} : { number: half }
}

async function run(): Promise<RunState> {
  const agent = await testAgent({
    fields: { number: { type: 'number', input: true } },
    steps: { one: outer, two: outer, three: outer },
    config: { agents: { inner, deep } },
  })
  const state = (await collect(agent, { number: 8 })).reduce<RunState | undefined>(reduceRun, undefined)
  if (state === undefined) throw new Error('nothing ran')
  return state
}

test('a run within a step has steps, executions and a state of its own', async () => {
  const whole = await run()
  const [entry] = listInnerRuns(whole, 'one')
  const view = entry && selectInnerRun(whole, entry)
  expect(view).toMatchObject({ status: 'ended', input: { number: 8 }, state: { number: 8, half: 4 } })
  expect(Object.keys(view?.steps ?? {}).toSorted()).toEqual(['big', 'deeper', 'halve'])
  expect(view?.steps.big).toMatchObject({ status: 'ended', exit: 'yes', iteration: 1 })
  expect(view?.executions.map(({ stepId, path }) => [stepId, path.length])).toEqual([
    ['big', 0],
    ['halve', 0],
    ['deeper', 0],
    ['halve', 1],
  ])
})

test('within it, its own inner runs are found the same way', async () => {
  const whole = await run()
  const [first] = listInnerRuns(whole, 'one')
  const view = first && selectInnerRun(whole, first)
  const [second] = view === undefined ? [] : listInnerRuns(view, 'deeper')
  expect(view && second && selectInnerRun(view, second)).toMatchObject({ steps: { halve: { status: 'ended' } } })
})

test('steps that did not run say why', async () => {
  const whole = await run()
  const [entry] = listInnerRuns(whole, 'three')
  const view = entry && selectInnerRun(whole, entry)
  expect(view?.steps.halve).toMatchObject({ status: 'skipped', reason: expect.stringMatching(/./) })
})

test('the same run gives the same view, and a step that nothing happened to the same account', async () => {
  const whole = await run()
  const [entry] = listInnerRuns(whole, 'one')
  if (entry === undefined) throw new Error('no inner run')
  const view = selectInnerRun(whole, entry)
  expect(selectInnerRun(whole, entry)).toBe(view)
  const later = selectInnerRun({ ...whole, seq: whole.seq + 1 }, entry)
  expect(later).not.toBe(view)
  expect(later?.steps.halve).toBe(view?.steps.halve)
  expect(isSameRun(entry, { executionId: entry.executionId })).toBe(true)
  expect(selectInnerRun(whole, { executionId: 'nothing' })).toBeUndefined()
})
