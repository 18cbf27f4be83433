import {
  type AgentConfig,
  createAgentConfig,
  createDefaultRegistry,
  type RunEvent,
  type RunState,
  reduceRun,
  type StepConfig,
  type StepStamp,
} from '@petal/core/model'
import { expect, test } from 'vitest'
import { createStepFacts } from './createStepFacts.ts'
import { trailOfExecution } from './trailOfExecution.ts'

const facts = createStepFacts(createDefaultRegistry())

function agentOf(...steps: readonly StepConfig[]): AgentConfig {
  return { ...createAgentConfig({ name: 'S', fields: { list: { type: 'array' } } }), steps }
}

const note: StepConfig = { id: 'note', strategyType: 'set', config: {} }
const file: AgentConfig = {
  ...agentOf({ id: 'each', strategyType: 'map', config: { over: 'list', agent: 'check' } }),
  agents: {
    check: agentOf({ id: 'look', strategyType: 'subagent', config: { agent: 'search' } }),
    search: agentOf(note),
  },
}

type Place = Pick<StepStamp, 'stepId' | 'executionId' | 'path' | 'key'>

/** A run in which these executions began, in this order. */
function runOf(...places: readonly Place[]): RunState | undefined {
  const stamp = (seq: number) => ({ runId: 'r', seq, at: seq })
  const events: readonly RunEvent[] = [
    { ...stamp(0), type: 'run-start', configHash: 'h', input: {} },
    ...places.map((place, index): RunEvent => {
      return { ...stamp(index + 1), type: 'step-start', nodeName: place.stepId, iteration: 1, state: {}, ...place }
    }),
  ]
  return events.reduce<RunState | undefined>(reduceRun, undefined)
}

/** Two items of a map at once: each has its own run of the agent, which calls another. */
const run = runOf(
  { stepId: 'each', executionId: 'e', path: [] },
  { stepId: 'look', executionId: 'l1', path: ['e'], key: 'item 1' },
  { stepId: 'look', executionId: 'l2', path: ['e'], key: 'item 2' },
  { stepId: 'note', executionId: 'n2', path: ['e', 'l2'] },
  { stepId: 'note', executionId: 'n1', path: ['e', 'l1'] },
)

function trailOf(executionId: string, agent = file) {
  const execution = run?.executions.find((one) => one.executionId === executionId)
  if (execution === undefined) throw new Error('There is no such execution.')
  return trailOfExecution(agent, facts, run, execution)
}

test('an execution of the file’s own agent needs nothing opened', () => {
  expect(trailOf('e')).toEqual([])
})

test.each([
  ['l1', 'item 1'],
  ['l2', 'item 2'],
])('within a map it is the run of its own item: %s', (executionId, key) => {
  expect(trailOf(executionId)).toEqual([{ agentId: 'check', stepId: 'each', run: { executionId: 'e', key } }])
})

test.each([
  ['n1', 'l1', 'item 1'],
  ['n2', 'l2', 'item 2'],
])('further in, each agent on the way shows the run of that item: %s', (executionId, caller, key) => {
  expect(trailOf(executionId)).toEqual([
    { agentId: 'check', stepId: 'each', run: { executionId: 'e', key } },
    { agentId: 'search', stepId: 'look', run: { executionId: caller } },
  ])
})

test('an agent that is not there any more cannot be opened', () => {
  const { agents: { check } = {} } = file
  if (check === undefined) throw new Error('no check')
  expect(trailOf('n1', { ...file, agents: { check } })).toBeUndefined()
  expect(trailOf('l1', { ...file, steps: [note] })).toBeUndefined()
})
