import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AgentConfig, EdgeConfig, StepConfig } from '../../config/AgentConfig.ts'
import { createAgentConfig } from '../../config/createAgentConfig.ts'
import { createDefaultRegistry } from '../../registry/createDefaultRegistry.ts'
import type { State, StateField } from '../../state/StateType.ts'
import { AgentBuilderDirector } from '../AgentBuilderDirector.ts'
import { planAgent } from '../planAgent.ts'
import { dissolveSubagent } from './dissolveSubagent.ts'
import { makeSubagent } from './makeSubagent.ts'
import type { Reshaped } from './Reshaped.ts'

const registry = createDefaultRegistry()

const number: StateField = { type: 'number' }
const fields: Readonly<Record<string, StateField>> = {
  a: { type: 'number', input: true, default: 1 },
  b: number,
  c: number,
  d: { type: 'number', default: 7 },
  list: { type: 'array', reducer: 'append' },
  sum: { type: 'number', reducer: 'add' },
}

function setting(id: string, ...values: readonly (readonly [field: string, value: string])[]): StepConfig {
  return {
    id,
    strategyType: 'set',
    nodeName: `Step ${id}`,
    config: { values: values.map(([field, value]) => ({ field, kind: 'expression', value })) },
  }
}

function asking(id: string, when: string): StepConfig {
  return { id, strategyType: 'condition', config: { branches: [{ name: 'yes', when }] } }
}

function agentOf(steps: readonly StepConfig[], edges?: readonly string[]): AgentConfig {
  const config = { ...createAgentConfig({ name: 'S', fields }), steps }
  return edges === undefined ? config : { ...config, edges: edges.map(toEdge) }
}

function toEdge(text: string): EdgeConfig {
  const [source = '', to = ''] = text.split(' > ')
  const [from = '', exit] = source.split(':')
  return exit === undefined ? { from, to } : { from, exit, to }
}

async function run(config: AgentConfig): Promise<State> {
  return (await new AgentBuilderDirector(config, registry).build()).run({ a: 3 })
}

function done(reshaped: Reshaped) {
  if (!reshaped.ok) throw new Error(reshaped.reason)
  return reshaped
}

const chain = agentOf([
  setting('one', ['b', 'a + 1']),
  setting('two', ['c', 'b * 2'], ['list', '[c]']),
  setting('three', ['sum', 'c'], ['list', '[a]']),
  setting('four', ['d', 'sum + c']),
])

describe('making a sub-agent', () => {
  test('the step stands in the place of the others, and the run comes to the same', async () => {
    const { config, stepIds } = done(makeSubagent(chain, ['two', 'three'], registry))
    expect(config.steps.map(({ id }) => id)).toEqual(['one', 'part', 'four'])
    expect(stepIds).toEqual(['part'])
    expect(config.edges).toBeUndefined()
    expect(config.agents?.part?.steps.map(({ id }) => id)).toEqual(['two', 'three'])
    expect(config.agents?.part?.stateType.fields.b).toEqual({ type: 'number', input: true })
    // `c` is made inside before it is read.
    expect(config.agents?.part?.stateType.fields.c).toEqual({ type: 'number' })
    expect(planAgent(config, registry).problems).toEqual([])
    expect(await run(config)).toEqual(await run(chain))
  })

  test('ways in and out are led to the new step', async () => {
    const branching = agentOf(
      [
        asking('if', 'a > 2'),
        setting('big', ['b', 'a * 10']),
        setting('small', ['b', '0']),
        setting('end', ['c', 'b']),
      ],
      ['START > if', 'if:yes > big', 'if:else > small', 'big > end', 'small > end', 'end > END'],
    )
    const { config } = done(makeSubagent(branching, ['if', 'big', 'small'], registry))
    expect(config.edges).toEqual(['START > part', 'part > end', 'end > END'].map(toEdge))
    expect(config.agents?.part?.edges).toEqual(
      ['START > if', 'if:yes > big', 'if:else > small', 'big > END', 'small > END'].map(toEdge),
    )
    expect(await run(config)).toEqual(await run(branching))
  })

  test('a loop may go inside', async () => {
    const looping = agentOf(
      [
        setting('begin', ['b', '0']),
        setting('more', ['b', 'b + 1']),
        asking('if', 'b < a'),
        setting('end', ['c', 'b']),
      ],
      ['START > begin', 'begin > more', 'more > if', 'if:yes > more', 'if:else > end'],
    )
    const { config } = done(makeSubagent(looping, ['more', 'if'], registry))
    expect(await run(config)).toEqual(await run(looping))
    expect(await run(config)).toMatchObject({ b: 3, c: 3 })
  })

  test('steps that speak go on in the same conversation', async () => {
    const ask = (id: string, promptTemplate: string): StepConfig => ({
      id,
      strategyType: 'llm',
      config: { promptTemplate },
    })
    const talking = agentOf([ask('first', 'One {a}'), ask('second', 'Two {a}'), ask('third', 'Three')])
    const { config } = done(makeSubagent(talking, ['first', 'second'], registry))
    const contents = ({ messages }: State) =>
      Array.isArray(messages) ? messages.map((message) => Reflect.get(Object(message), 'content')) : []
    expect(contents(await run(config))).toEqual(contents(await run(talking)))
  })

  test.each<[string, AgentConfig, readonly string[], RegExp]>([
    ['steps with two ways in', chain, ['one', 'three'], /one way in/],
    [
      'ways out that lead apart',
      agentOf(
        [asking('if', 'a'), setting('x', ['b', '1']), setting('y', ['b', '2'])],
        ['START > if', 'if:yes > x', 'if:else > y'],
      ),
      ['if'],
      /ways out/,
    ],
    [
      'a fork of which one branch stays',
      agentOf(
        [setting('one', ['b', '1']), setting('in', ['c', '1']), setting('out', ['d', '1'])],
        ['START > one', 'one > in', 'one > out'],
      ),
      ['one', 'in'],
      /at the same time/,
    ],
    [
      'a list that is added to and read',
      agentOf([setting('one', ['list', '[a]']), setting('two', ['b', 'length(list)'])]),
      ['one', 'two'],
      /add to list/,
    ],
    [
      'a field that a parallel branch writes',
      agentOf(
        [
          setting('one', ['b', '1']),
          setting('in', ['c', 'a']),
          setting('more', ['d', 'b']),
          setting('out', ['b', '1']),
        ],
        ['START > one', 'one > in', 'one > out', 'in > more'],
      ),
      ['in', 'more'],
      /same time/,
    ],
  ])('%s: refused', (_, config, ids, reason) => {
    const reshaped = makeSubagent(config, ids, registry)
    expect(reshaped).toEqual({ ok: false, reason: expect.stringMatching(reason) })
  })
})

describe('dissolving a sub-agent', () => {
  test('is the way back', async () => {
    const made = done(makeSubagent(chain, ['two', 'three'], registry))
    const { config, stepIds } = done(dissolveSubagent(made.config, 'part', registry))
    expect(stepIds).toEqual(['two', 'three'])
    expect(config.steps).toEqual(chain.steps)
    expect(config.agents).toBeUndefined()
    expect(await run(config)).toEqual(await run(chain))
  })

  test('an agent that something else calls stays', () => {
    const made = done(makeSubagent(chain, ['two', 'three'], registry)).config
    const again = {
      ...made,
      steps: [...made.steps, { ...(made.steps[1] as StepConfig), id: 'again', nodeName: 'Again' }],
    }
    expect(done(dissolveSubagent(again, 'part', registry)).config.agents).toHaveProperty('part')
  })

  const inner = (more: Partial<AgentConfig>, config: object = {}): AgentConfig => ({
    ...agentOf([{ id: 'call', strategyType: 'subagent', config: { agent: 'in', ...config } }]),
    agents: { in: { ...agentOf([setting('one', ['b', 'a'])]), ...more } },
  })
  const type = (own: Readonly<Record<string, StateField>>) => ({ stateType: { name: 'T', fields: own } })
  const a: StateField = { type: 'number', input: true }

  test.each<[string, AgentConfig, RegExp]>([
    [
      'a mapping that computes',
      inner({}, { inputs: [{ input: 'a', kind: 'expression', value: 'a + 1' }] }),
      /computed/,
    ],
    ['another name', inner({}, { outputs: [{ output: 'b', field: 'c' }] }), /another name/],
    ['an agent without steps', inner({ steps: [] }), /no steps/],
    ['a field of another type', inner(type({ a, b: { type: 'string' } })), /another type/],
    ['a field put together in another way', inner(type({ a, b: { type: 'number', reducer: 'add' } })), /another way/],
    ['a start value', inner(type({ a, b: { type: 'number', default: 2 } })), /start value/],
    ['an input that the caller lacks', inner(type({ a, b: number, e: a })), /asks for e/],
    ['an input that is changed', inner({ ...type({ a }), steps: [setting('one', ['a', 'a + 1'])] }), /changes a/],
    ['a field that is read early', inner({ ...type({ a, b: number }), steps: [setting('one', ['b', 'b'])] }), /before/],
  ])('%s: refused', (_, config, reason) => {
    expect(dissolveSubagent(config, 'call', registry)).toEqual({ ok: false, reason: expect.stringMatching(reason) })
  })
})

/** Chains with branches of pure steps: whatever part of one can be made an agent, and put back, runs as before. */
const pureStep = fc.record({
  field: fc.constantFrom('b', 'c', 'd', 'list', 'sum'),
  reads: fc.constantFrom('a', 'b', 'c', 'd'),
  branches: fc.boolean(),
})

test('whatever can be made an agent runs to the same end, also when it is put back', async () => {
  let made = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(pureStep, { minLength: 2, maxLength: 6 }),
      fc.nat({ max: 5 }),
      fc.integer({ min: 1, max: 4 }),
      async (plan, from, count) => {
        const before = buildAgent(plan)
        const ids = before.steps.map(({ id }) => id).slice(from, from + count)
        const reshaped = makeSubagent(before, ids, registry)
        if (!reshaped.ok) return
        made += 1
        const expected = await run(before)
        expect(await run(reshaped.config)).toEqual(expected)
        const back = dissolveSubagent(reshaped.config, reshaped.stepIds[0] ?? '', registry)
        if (back.ok) expect(await run(back.config)).toEqual(expected)
      },
    ),
    { numRuns: 60 },
  )
  expect(made).toBeGreaterThan(10)
})

function buildAgent(plan: readonly { field: string; reads: string; branches: boolean }[]): AgentConfig {
  const steps = plan.flatMap(({ field, reads, branches }, index): StepConfig[] => {
    const value = field === 'list' ? `[${reads} ?? 0]` : `(${reads} ?? 0) + ${index}`
    const step = setting(`s${index}`, [field, value])
    return branches ? [asking(`if${index}`, `(${reads} ?? 0) > ${index}`), step] : [step]
  })
  const edges: EdgeConfig[] = []
  const first = (index: number) => (plan[index] === undefined ? 'END' : `${plan[index]?.branches ? 'if' : 's'}${index}`)
  edges.push({ from: 'START', to: first(0) })
  for (const [index, { branches }] of plan.entries()) {
    if (branches) {
      edges.push(
        { from: `if${index}`, exit: 'yes', to: `s${index}` },
        { from: `if${index}`, exit: 'else', to: first(index + 1) },
      )
    }
    edges.push({ from: `s${index}`, to: first(index + 1) })
  }
  return { ...agentOf(steps), edges }
}
