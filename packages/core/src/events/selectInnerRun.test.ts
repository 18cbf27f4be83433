import { expect, test } from 'vitest'
import { collect, testAgent } from '../../test/testAgent.ts'
import type { AgentConfig, StepConfig } from '../config/AgentConfig.ts'
import { createAgentConfig } from '../config/createAgentConfig.ts'
import type { StepFunction } from '../step/StepContext.ts'
import type { RunEvent } from './RunEvent.ts'
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
  return fold(await collect(agent, { number: 8 }))
}

function fold(events: readonly RunEvent[]): RunState {
  const state = events.reduce<RunState | undefined>(reduceRun, undefined)
  if (state === undefined) throw new Error('nothing ran')
  return state
}

function viewOf(whole: RunState, stepId: string, at = 0): RunState {
  const entry = listInnerRuns(whole, stepId)[at]
  const view = entry && selectInnerRun(whole, entry)
  if (view === undefined) throw new Error(`no run within ${stepId}`)
  return view
}

/** Runs an agent of one step, which calls another of one step with a function of the test. */
async function runWithin(
  work: StepFunction,
  call: StepFunction,
  fieldsWithin: AgentConfig['stateType']['fields'] = {},
) {
  const working: AgentConfig = {
    ...createAgentConfig({ name: 'Working', fields: { ...fields, ...fieldsWithin } }),
    steps: [{ id: 'work', strategyType: 'work', nodeName: 'Work', config: {} }],
  }
  const agent = await testAgent({ steps: { call }, config: { agents: { working } }, more: { work } })
  return collect(agent, {})
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

test('runs of one execution are told apart by their keys, and each has what belongs to it', async () => {
  const both: StepFunction = async (_, { runAgent }) => {
    await runAgent('inner', { number: 8 }, 'eight')
    await runAgent('inner', { number: 2 }, 'two')
  }
  const agent = await testAgent({ steps: { both }, config: { agents: { inner, deep } } })
  const whole = fold(await collect(agent, {}))
  expect(listInnerRuns(whole, 'both').map(({ key }) => key)).toEqual(['eight', 'two'])
  const [eight, two] = [viewOf(whole, 'both', 0), viewOf(whole, 'both', 1)]
  expect(eight).toMatchObject({ input: { number: 8 }, state: { half: 4 }, steps: { halve: { status: 'ended' } } })
  expect(two).toMatchObject({ input: { number: 2 }, steps: { halve: { status: 'skipped' } } })
  expect(two.state).not.toHaveProperty('half')
  // What ran deeper belongs to the first of the two only.
  expect(eight.executions.map(({ path }) => path.length)).toEqual([0, 0, 0, 1])
  expect(two.executions.map(({ stepId }) => stepId)).toEqual(['big'])
  expect(isSameRun({ executionId: 'x', key: 'eight' }, { executionId: 'x', key: 'two' })).toBe(false)
})

test('a step that called nothing has no inner runs', async () => {
  const whole = await run()
  expect(listInnerRuns(whole, 'nothing')).toEqual([])
  const agent = await testAgent({ steps: { alone: () => ({}) } })
  expect(listInnerRuns(fold(await collect(agent, {})), 'alone')).toEqual([])
})

test('while it runs, it shows what has happened so far', async () => {
  const speaking: StepFunction = (_, { emit, progress }) => {
    emit('Half')
    progress(1, 2)
    return { half: 4 }
  }
  const events = await runWithin(speaking, async (_, { runAgent }) => {
    await runAgent('working', { number: 8 })
  })
  const upTo = (type: RunEvent['type']) =>
    fold(events.slice(0, events.findLastIndex((event) => event.type === type) + 1))
  const at = (type: RunEvent['type']) => viewOf(upTo(type), 'call')
  const atWork = at('step-progress')
  expect(atWork).toMatchObject({ status: 'running', input: { number: 8 }, state: { number: 8 } })
  expect(atWork.steps.work).toMatchObject({ status: 'running', text: 'Half', progress: { done: 1, total: 2 } })
  expect(atWork).not.toHaveProperty('durationMs')
  // Its own step has ended, but its superstep has not: what the step wrote counts already.
  const ended = events.findIndex((event) => event.type === 'step-end' && event.stepId === 'work')
  const settling = viewOf(fold(events.slice(0, ended + 1)), 'call')
  expect(settling).toMatchObject({ status: 'running', state: { number: 8, half: 4 } })
  expect(settling.executions[0]).not.toHaveProperty('stateAfter')
  expect(at('run-end')).toMatchObject({ status: 'ended', state: { number: 8, half: 4 } })
})

test('an execution whose agent has not begun yet has an empty run', async () => {
  const events = await runWithin(
    () => ({}),
    async (_, { runAgent }) => {
      await runAgent('working', {})
    },
  )
  const whole = fold(events.slice(0, events.findIndex(({ type }) => type === 'step-start') + 1))
  const [caller] = whole.executions
  expect(caller && selectInnerRun(whole, caller)).toMatchObject({ status: 'running', input: {}, state: {}, steps: {} })
})

test('a failure within fails the run within, and says why', async () => {
  const failing: StepFunction = () => {
    throw new Error('out of paper')
  }
  const whole = fold(
    await runWithin(failing, async (_, { runAgent }) => {
      await runAgent('working', { number: 1 })
    }),
  )
  const view = viewOf(whole, 'call')
  expect(view).toMatchObject({ status: 'failed', state: { number: 1 } })
  expect(view.problems.map(({ message }) => message).join()).toMatch(/out of paper/)
  expect(view.steps.work).toMatchObject({
    status: 'failed',
    problem: { message: expect.stringMatching(/out of paper/) },
  })
})

test('a question within pauses the run within', async () => {
  const whole = fold(
    await runWithin(
      (_, { ask }) => ({ half: Number(ask('How much?')) }),
      async (_, { runAgent }) => {
        await runAgent('working', { number: 1 })
      },
    ),
  )
  expect(whole.status).toBe('paused')
  expect(viewOf(whole, 'call')).toMatchObject({ status: 'paused', steps: { work: { status: 'waiting' } } })
})

test('a run within that was stopped was cancelled', async () => {
  const controller = new AbortController()
  const agent = await testAgent({
    steps: {
      call: async (_, { runAgent }) => {
        await runAgent('inner', { number: 8 })
        controller.abort()
        await new Promise(() => undefined)
      },
    },
    config: { agents: { inner, deep } },
  })
  const whole = fold(await collect(agent, {}, { signal: controller.signal }))
  expect(viewOf(whole, 'call')).toMatchObject({ status: 'cancelled', state: { half: 4 } })
})
