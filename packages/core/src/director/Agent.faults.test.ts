import { expect, test } from 'vitest'
import { brief, collect, pick, testAgent } from '../../test/testAgent.ts'
import { createAgentConfig } from '../config/createAgentConfig.ts'
import { AgentError } from '../errors/AgentError.ts'
import type { RunEvent } from '../events/RunEvent.ts'
import type { StepFunction } from '../step/StepContext.ts'
import { exit, type StepResult } from '../step/StepResult.ts'

const fields = {
  count: { type: 'number', default: 0 },
  name: { type: 'string' },
  whole: { type: 'integer' },
  yes: { type: 'boolean' },
  bag: { type: 'object' },
  list: { type: 'array' },
  log: { type: 'array', reducer: 'append' },
  sum: { type: 'number', reducer: 'add' },
  merged: { type: 'object', reducer: 'merge' },
  messages: { type: 'messages' },
  shape: { type: 'any', schema: { type: 'object', required: ['a'], properties: { a: { type: 'number' } } } },
} as const

/** The problem of a run whose only step does this. */
async function faultOf(run: StepFunction) {
  const agent = await testAgent({ fields, steps: { only: run }, graph: { maxRetries: 0 } })
  const events = await collect(agent, {})
  const last = events.at(-1)
  if (last?.type !== 'run-error') throw new Error(`ended with ${last?.type}`)
  const error: unknown = await agent.run({}).catch((thrown: unknown) => thrown)
  // run and stream end with the same coded error.
  expect(AgentError.isInstance(error) && error.toProblem()).toEqual(last.problem)
  expect(pick(events, 'step-error').map(({ problem }) => problem)).toEqual([last.problem])
  return last.problem
}

const cycle: Record<string, unknown> = {}
cycle.self = cycle

test.each<[what: string, result: unknown, code: string, words: RegExp]>([
  ['a key that is no field', { nope: 1 }, 'run.unknownKey', /"ONLY" wrote "nope".*Available fields: count, name/],
  ['a key every object has', { constructor: 1 }, 'run.unknownKey', /"constructor"/],
  ['a string', 'text', 'run.resultType', /returned a string/],
  ['a list', [1], 'run.resultType', /returned a list/],
  ['an instance', new Map(), 'run.resultType', /instance of a class/],
  ['an unknown exit', exit('nowhere'), 'run.unknownRoute', /left by "nowhere".*out/],
  ['an exit every object has', exit('constructor'), 'run.unknownRoute', /"constructor"/],
  ['a number for a string', { name: 3 }, 'run.stateType', /the number 3 for name, which must be a text/],
  ['a fraction for a whole number', { whole: 1.5 }, 'run.stateType', /whole number/],
  ['a string for a boolean', { yes: 'yes' }, 'run.stateType', /true or false/],
  ['a list for an object', { bag: [] }, 'run.stateType', /a list for bag/],
  ['an object for a list', { list: {} }, 'run.stateType', /an object for list/],
  ['null for a string', { name: null }, 'run.stateType', /null for name/],
  ['text to add', { sum: '3' }, 'run.stateType', /for sum/],
  ['text to merge', { merged: 'x' }, 'run.stateType', /for merged/],
  [
    'what is no message',
    { messages: [{ role: 'robot', content: 'x' }] },
    'run.stateType',
    /messages\[0\] is not a message/,
  ],
  ['a number as a message', { messages: 3 }, 'run.stateType', /messages is not a message/],
  ['what the schema refuses', { shape: { a: 'x' } }, 'run.stateType', /shape/],
  ['NaN', { count: Number.NaN }, 'run.resultType', /count is NaN/],
  ['a BigInt', { bag: { big: 1n } }, 'run.resultType', /bag\.big/],
  ['a cycle', { bag: cycle }, 'run.resultType', /bag\.self/],
  ['a date', { list: [new Date()] }, 'run.resultType', /list\[0\]/],
  ['a function', { log: () => 1 }, 'run.resultType', /log/],
])('%s is a fault that names the step', async (_, result, code, words) => {
  // What a step returns is whatever its author wrote, whatever the types say.
  const problem = await faultOf(() => result as StepResult)
  expect(problem).toMatchObject({ code, stepId: 'only', severity: 'error' })
  expect(problem.message).toMatch(words)
})

test.each<[what: string, thrown: unknown, words: string]>([
  ['an Error', new Error('no luck'), 'Step "ONLY" failed: no luck'],
  ['a string', 'bare words', 'Step "ONLY" failed: bare words'],
  ['undefined', undefined, 'Step "ONLY" failed: undefined'],
  ['an object', { message: 'as data' }, 'Step "ONLY" failed: as data'],
  ['an Error without words', new RangeError(''), 'Step "ONLY" failed: RangeError'],
  ['an object that says nothing', {}, 'Step "ONLY" failed: an object was thrown'],
])('a step that throws %s fails with it', async (_, thrown, message) => {
  const problem = await faultOf(() => {
    throw thrown
  })
  expect(problem).toMatchObject({ code: 'run.failed', stepId: 'only', message })
})

test('a coded error of a step keeps its code and gets the step', async () => {
  const problem = await faultOf(() => {
    throw new AgentError('provider.auth', 'The key was refused.', { path: 'config.llmConfig', detail: { status: 401 } })
  })
  expect(problem).toEqual({
    code: 'provider.auth',
    severity: 'error',
    stepId: 'only',
    message: 'The key was refused.',
    path: 'config.llmConfig',
    cause: { status: 401 },
  })
})

test('a step cannot change the state it sees', async () => {
  const agent = await testAgent({
    fields,
    steps: {
      write: () => ({ bag: { inner: { a: 1 } }, log: [{ b: 1 }] }),
      change: (state) => {
        for (const attempt of [
          () => Reflect.set(state, 'count', 9),
          () => Reflect.set(state.bag as object, 'c', 1),
          () => Reflect.set((state.bag as { inner: object }).inner, 'a', 2),
          () => Reflect.set((state.log as object[])[0] as object, 'b', 2),
        ]) {
          expect(attempt()).toBe(false)
        }
      },
    },
  })
  expect(await agent.run({})).toMatchObject({ count: 0, bag: { inner: { a: 1 } }, log: [{ b: 1 }] })
})

test('what a step returned may change afterwards without changing the run', async () => {
  const bag = { a: 1 }
  const agent = await testAgent({
    fields,
    steps: {
      write: () => ({ bag }),
      change: () => {
        bag.a = 2
        return { count: 2 }
      },
    },
  })
  expect(await agent.run({})).toMatchObject({ bag: { a: 1 }, count: 2 })
})

test('fields that were never written are absent, reduced ones and messages are there', async () => {
  const seen: string[] = []
  const agent = await testAgent({ fields, steps: { look: (state) => void seen.push(...Object.keys(state)) } })
  await agent.run({ unknown: 'dropped', name: undefined })
  expect(seen).toEqual(['count', 'log', 'sum', 'merged', 'messages'])
})

test('an input of the wrong type ends the run with the field named', async () => {
  const agent = await testAgent({ fields, steps: { only: () => undefined } })
  const events = await collect(agent, { name: 1 })
  expect(brief(events)).toEqual(['run-start', 'skip only', 'run-error'])
  expect(pick(events, 'run-error')[0]?.problem).toMatchObject({ code: 'run.stateType', path: 'name' })
  await expect(agent.run({ name: 1 })).rejects.toMatchObject({ code: 'run.stateType' })
  await expect(agent.run([] as never)).rejects.toMatchObject({ code: 'run.resultType' })
})

test('two parallel steps that write the same field without a reducer are named', async () => {
  const agent = await testAgent({
    fields,
    steps: { fork: () => undefined, left: () => ({ name: 'l' }), right: () => ({ name: 'r' }) },
    edges: ['START -> fork', 'fork -> left', 'fork -> right'],
  }).catch((error: unknown) => error)
  // Planning refuses it already where it can be known; what it cannot know is found in the run.
  if (AgentError.isInstance(agent)) return expect(agent.code).toBe('graph.parallelWrite')
  if (agent instanceof Error) throw agent
  const events = await collect(agent as Awaited<ReturnType<typeof testAgent>>, {})
  const last = events.at(-1) as Extract<RunEvent, { type: 'run-error' }>
  expect(last.problem.code).toBe('graph.parallelWrite')
  expect(last.problem.message).toMatch(/^At key 'name': Can receive only one value per step\. "LEFT" and "RIGHT"/)
})

test('a loop that does not end stops at the limit, and the state so far is kept', async () => {
  const agent = await testAgent({
    fields,
    steps: { again: { exits: ['more', 'done'], run: (state) => exit('more', { count: Number(state.count) + 1 }) } },
    edges: ['START -> again', 'again.more -> again'],
    graph: { recursionLimit: 7 },
  })
  const events = await collect(agent, {})
  const last = events.at(-1) as Extract<RunEvent, { type: 'run-error' }>
  expect(last.problem).toMatchObject({ code: 'run.stepLimit', path: 'graphConfig.recursionLimit' })
  expect(last.problem.message).toContain('Recursion limit of 7 reached without hitting a stop condition.')
  expect(pick(events, 'state').at(-1)?.state.count).toBe(7)
  expect(pick(events, 'step-start').map(({ iteration }) => iteration)).toEqual([1, 2, 3, 4, 5, 6, 7])
})

test('a chain longer than the limit for loops runs to its end', async () => {
  const steps = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`s${index}`, () => ({ sum: 1 })]))
  const agent = await testAgent({ fields, steps, graph: { recursionLimit: 5 } })
  expect((await agent.run({})).sum).toBe(40)
})

test('when one parallel step fails, the others are stopped and say why', async () => {
  const aborted: string[] = []
  const agent = await testAgent({
    fields,
    steps: {
      fork: () => undefined,
      bad: () => {
        throw new AgentError('provider.server', 'broken')
      },
      slow: (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            aborted.push('slow')
            reject(signal.reason)
          })
        }),
      deaf: () => new Promise(() => {}),
      after: () => undefined,
    },
    edges: ['START -> fork', 'fork -> bad', 'fork -> slow', 'fork -> deaf', 'bad -> after'],
  })
  const events = await collect(agent, {})
  const errors = pick(events, 'step-error').map(({ stepId, problem }) => [stepId, problem.code, problem.message])
  expect(errors).toEqual([
    ['bad', 'provider.server', 'broken'],
    ['deaf', 'run.stopped', 'Stopped because BAD failed'],
    ['slow', 'run.stopped', 'Stopped because BAD failed'],
  ])
  expect(pick(events, 'step-skip').map(({ reason }) => reason)).toEqual(['Not run: BAD failed'])
  expect(aborted).toEqual(['slow'])
})

const marker: unique symbol = Symbol.for('petal.AgentError')

/** An error of an earlier copy of the core, as a plugin brings it along: it has the marker, and no wording. */
class OlderError extends Error {
  readonly code = 'provider.server'
  readonly retryable = true
  readonly problems = []
  readonly [marker] = true
}

test('an error of an earlier copy of the core keeps its code and its message, wherever it is thrown', async () => {
  const fail: StepFunction = () => {
    throw new OlderError('The plugin is tired.')
  }
  const retry = { maxRetries: 1, waitMs: 0, backOff: 'fixed' } as const
  const config = {
    agents: {
      inner: {
        ...createAgentConfig({ name: 'I', fields: {} }),
        steps: [{ id: 'in', strategyType: 'fail', config: {} }],
      },
    },
  }
  const caller: StepFunction = async (_, { runAgent }) => runAgent('inner', {})
  for (const run of [fail, { run: fail, retry }, caller]) {
    const agent = await testAgent({ fields, steps: { only: run }, config, more: { fail }, graph: { maxRetries: 0 } })
    const thrown: unknown = await agent.run({}).catch((error: unknown) => error)
    expect(thrown).toMatchObject({ code: 'provider.server', message: 'The plugin is tired.', stepId: 'only' })
  }
})
