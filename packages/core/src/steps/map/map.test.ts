import { describe, expect, test } from 'vitest'
import { createAgentConfig } from '../../config/createAgentConfig.ts'
import type { Json } from '../../json/Json.ts'
import type { State } from '../../state/StateType.ts'
import type { Update } from '../../step/StepResult.ts'
import { runStep } from '../../testing/runStep.ts'
import { mapStep } from './map.ts'

interface Settings {
  readonly [key: string]: Json
}

const step = { strategyType: 'set', config: {} }
const settings = { over: 'list', step, output: 'result', writes: 'results' }

/** Runs the step with an agent that does what the test says. */
async function run(more: Settings, state: State, work: (input: Update) => State = () => ({ result: 1 })) {
  const given: Update[] = []
  const outcome = await runStep(mapStep, { ...settings, ...more }, state, {
    nodeName: 'Each',
    runAgent: (_, input) => {
      given.push(input)
      return work(input)
    },
  })
  return { ...outcome, given }
}

describe('the list', () => {
  test.each<[string, State, RegExp]>([
    ['is not there', {}, /"Each" goes through list, but that has no value\.$/],
    ['is a text', { list: 'a, b' }, /"Each" goes through list, but that is no list\.$/],
  ])('%s: refused', async (_, state, message) => {
    await expect(run({}, state)).rejects.toMatchObject({
      code: 'map.notAList',
      path: 'config.over',
      message: expect.stringMatching(message),
    })
  })
})

describe('what an item is given', () => {
  test('no number where that has no name, and nothing for a field without a value', async () => {
    const inputs = [{ from: 'topic', to: '' }, { from: 'topic', to: 'about' }, { from: 'later' }]
    const { given } = await run({ indexField: '', inputs }, { list: ['a'], topic: 'tea' })
    expect(given).toEqual([{ topic: 'tea', about: 'tea', item: 'a' }])
  })
})

describe('the result of an item', () => {
  test.each<[string, Settings, State, Json]>([
    ['the field that is named', {}, { result: 2, other: 3 }, 2],
    ['the whole state of an agent', { agent: 'a', output: '' }, { item: 'a', x: 1 }, { item: 'a', x: 1 }],
    ['the one field that a step wrote', { output: '' }, { item: 'a', index: 0, x: 1 }, 1],
    ['all that a step wrote', { output: '' }, { item: 'a', x: 1, y: 2 }, { x: 1, y: 2 }],
    ['what it said last', { output: '' }, { item: 'a', messages: [{ role: 'assistant', content: 'Hi' }] }, 'Hi'],
  ])('is %s', async (_, more, state, expected) => {
    const { update } = await run(more, { list: ['a'] }, () => state)
    expect(update).toEqual({ results: [expected] })
  })

  test.each<[Settings, RegExp]>([
    [{}, /Item 1 of 1 failed: "Each" looks for the result of an item in result, .* Fields with a value: item\.$/],
    [{ output: '' }, /looks for the result of an item in what the step wrote, but that has no value/],
  ])('%j: told when it has none', async (more, message) => {
    await expect(run(more, { list: ['a'] }, ({ item = null }) => ({ item }))).rejects.toMatchObject({
      code: 'template.missing',
      path: 'config.output',
      message: expect.stringMatching(message),
    })
  })

  test.each<[Settings, boolean]>([
    [{ concurrency: 1 }, false],
    [{ concurrency: 1, output: '' }, true],
  ])('%j: too large together, with what to do about it', async (more, isHinted) => {
    const failing = run(more, { list: [1, 2, 3] }, () => ({ result: 'x'.repeat(4_000_000) }))
    const fault: unknown = await failing.catch((thrown: unknown) => thrown)
    expect(fault).toMatchObject({ code: 'map.tooLarge', path: 'config.output' })
    expect(String(fault).includes('Name one field')).toBe(isHinted)
  })
})

test('once an item has failed no other is begun, and those under way are waited for', async () => {
  const begun: Json[] = []
  let end: (state: State) => void = () => undefined
  const slow = new Promise<State>((resolve) => {
    end = resolve
  })
  const running = runStep(
    mapStep,
    { ...settings, concurrency: 2 },
    { list: ['slow', 'bad', 'c', 'd'] },
    {
      runAgent: async (_, { item = null }) => {
        begun.push(item)
        if (item === 'slow') return slow
        // The other one ends only after this fault, and what follows from it.
        setTimeout(() => end({ result: 1 }))
        throw new TypeError('no good')
      },
    },
  )
  await expect(running).rejects.toMatchObject({ message: 'Item 2 of 4 failed: no good' })
  await slow
  expect(begun).toEqual(['slow', 'bad'])
})

test('whatever an item fails with is told as the fault of the item', async () => {
  const failing = run({}, { list: ['a', 'b'] }, () => {
    throw 'no paper'
  })
  await expect(failing).rejects.toMatchObject({ code: 'run.failed', message: 'Item 1 of 2 failed: no paper' })
})

describe('what its settings say before a run', () => {
  const { definition } = mapStep
  const fields = { list: { type: 'array' }, text: { type: 'string' }, results: { type: 'any' } } as const
  const parse = (more: Settings) => definition.schema.parse({ ...settings, ...more })

  test.each<[Settings, readonly string[]]>([
    [{}, []],
    [{ over: 'unknown', writes: 'unknown' }, []],
    [{ over: '' }, ['over: Choose the list']],
    [{ over: 'text' }, ['over: text is a string']],
    [{ step: {} }, ['step: Choose what to do']],
    [{ step: {}, agent: 'one' }, []],
    [{ writes: '' }, ['writes: Choose the field']],
    [{ writes: 'text' }, ['writes: text is a string, and the results are a list']],
    [{ itemField: '' }, ['itemField: Give the item a name']],
    [{ itemField: 'a b' }, ['itemField: ']],
    [{ indexField: 'item' }, ['itemField: Two things are given as item']],
    [{ inputs: [{ from: 'text', to: 'index' }] }, ['itemField: Two things are given as index']],
    [{ inputs: [{ from: '' }, { from: 'text', to: 'a b' }] }, ['inputs[0].from: Choose the field', 'inputs[1].to: ']],
  ])('%j has its problems', (more, expected) => {
    const agent = createAgentConfig({ name: 'S', fields })
    const problems = definition.validate?.(parse(more), { stepId: 's', agent }) ?? []
    expect(problems).toHaveLength(expected.length)
    for (const [index, { path, message }] of problems.entries()) {
      expect(`${path}: ${message}`.startsWith(`config.${expected[index] ?? '-'}`)).toBe(true)
    }
  })

  test.each<[Settings, string]>([
    [{}, 'For each of *list* run *set*'],
    [{ over: '', step: {} }, 'For each of a list run *nothing*'],
    [{ step: { ...step, nodeName: 'Double it' } }, 'For each of *list* run *Double it*'],
    [{ agent: 'one' }, 'For each of *list* run *one*'],
  ])('%j reads "%s"', (more, summary) => {
    expect(definition.summarize(parse(more))).toBe(summary)
  })

  test('an agent is given the item and what is passed along, each told where it is named', () => {
    const inputs = [{ from: 'text' }, { from: 'text', to: 'about' }, { from: '' }]
    expect(definition.agents?.(parse({ agent: 'one', inputs }))).toMatchObject([
      {
        agent: 'one',
        gives: [
          { name: 'item', path: 'config.itemField' },
          { name: 'text', path: 'config.inputs[0].from' },
          { name: 'about', path: 'config.inputs[1].to' },
        ],
      },
    ])
  })
})
