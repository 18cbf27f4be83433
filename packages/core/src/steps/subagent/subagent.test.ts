import { describe, expect, test } from 'vitest'
import { collect, pick } from '../../../test/testAgent.ts'
import type { AgentConfig, StepConfig } from '../../config/AgentConfig.ts'
import { createAgentConfig } from '../../config/createAgentConfig.ts'
import { AgentBuilderDirector } from '../../director/AgentBuilderDirector.ts'
import { planAgent } from '../../director/planAgent.ts'
import type { Json } from '../../json/Json.ts'
import { createDefaultRegistry } from '../../registry/createDefaultRegistry.ts'
import type { State, StateField, StateType } from '../../state/StateType.ts'
import { runStep } from '../../testing/runStep.ts'
import { spellPassing } from './spellPassing.ts'
import { subagentStep } from './subagent.ts'
import { subagentSchema } from './subagentSchema.ts'

const inner: StateType = {
  name: 'CheckState',
  fields: {
    claim: { type: 'string', input: true },
    strict: { type: 'boolean', input: true },
    verdict: { type: 'string' },
    notes: { type: 'array', reducer: 'append' },
    messages: { type: 'messages' },
  },
}

const turns = [{ role: 'user', content: 'Hello' }] as const

/** Runs the step with an agent that gives a verdict, and tells what that agent was given. */
async function call(config: object, state: State, fields: Readonly<Record<string, string>> = {}) {
  let given: object = {}
  const { update } = await runStep(subagentStep, { agent: 'check', ...config }, state, {
    fields,
    stateOf: () => inner,
    runAgent: (_, input) => {
      given = input
      const messages: readonly Json[] = [...turns.map((turn) => ({ ...turn })), { role: 'assistant', content: 'Hi' }]
      return { ...input, verdict: 'true', notes: ['read'], messages } as State
    },
  })
  return { given, update }
}

describe('what goes in', () => {
  const state = { claim: 'The sky is blue', draft: 'Blue.', count: 2, messages: turns.map((turn) => ({ ...turn })) }

  test.each<[string, object, object]>([
    ['fields of the same name', {}, { claim: 'The sky is blue' }],
    ['another field', { inputs: [{ input: 'claim', field: 'draft' }] }, { claim: 'Blue.' }],
    ['a text', { inputs: [{ input: 'claim', kind: 'template', value: '{count}: {draft}' }] }, { claim: '2: Blue.' }],
    [
      'an expression, beside the field of the same name',
      { inputs: [{ input: 'strict', kind: 'expression', value: 'count > 1' }] },
      { claim: 'The sky is blue', strict: true },
    ],
    ['nothing for a field without a value', { inputs: [{ input: 'claim', field: 'later' }] }, {}],
    ['the conversation, when it is to be seen', { conversation: 'given' }, { claim: state.claim, messages: turns }],
  ])('%s', async (_, config, expected) => {
    expect((await call(config, state)).given).toEqual(expected)
  })

  test('a text that cannot be filled names the setting', async () => {
    const inputs = [{ input: 'claim', kind: 'template', value: '{nope}' }]
    await expect(call({ inputs }, state)).rejects.toMatchObject({
      code: 'template.missing',
      path: 'config.inputs[0].value',
    })
  })
})

describe('what comes out', () => {
  const outer = { claim: 'string', verdict: 'string', review: 'string', notes: 'array', messages: 'messages' }

  test.each<[string, object, object]>([
    ['what both have and was not put in', {}, { verdict: 'true', notes: ['read'] }],
    ['only what is mapped', { outputs: [{ output: 'verdict', field: 'review' }] }, { review: 'true' }],
    ['nothing for what has no value', { outputs: [{ output: 'strict', field: 'review' }] }, {}],
  ])('%s', async (_, config, expected) => {
    expect((await call(config, { claim: 'x' }, outer)).update).toEqual(expected)
  })

  test('what was said, when the conversation is shared', async () => {
    const outputs = [{ output: 'verdict', field: 'review' }]
    const { update } = await call({ outputs, conversation: 'shared' }, {}, outer)
    expect(update).toEqual({ review: 'true', messages: [...turns, { role: 'assistant', content: 'Hi' }] })
  })
})

const setting = (id: string, field: string, value: string): StepConfig => ({
  id,
  strategyType: 'set',
  config: { values: [{ field, kind: 'expression', value }] },
})

function agentOf(
  fields: Readonly<Record<string, StateField>>,
  steps: readonly StepConfig[],
  more: Partial<AgentConfig> = {},
): AgentConfig {
  return { ...createAgentConfig({ name: 'S', fields }), steps, ...more }
}

const doubling = agentOf({ number: { type: 'number', input: true }, twice: { type: 'number' } }, [
  setting('double', 'twice', 'number * 2'),
])

const calling = (config: Readonly<Record<string, Json>>, more: Partial<AgentConfig> = {}) =>
  agentOf(
    { number: { type: 'number', input: true }, twice: { type: 'number' } },
    [{ id: 'call', strategyType: 'subagent', config }],
    { agents: { doubling }, ...more },
  )

describe('a run', () => {
  async function run(config: AgentConfig, input: State) {
    return collect(await new AgentBuilderDirector(config, createDefaultRegistry()).build(), input)
  }

  test('goes through the steps of the other agent', async () => {
    const events = await run(calling({ agent: 'doubling' }), { number: 21 })
    expect(events.at(-1)).toMatchObject({ type: 'run-end', state: { number: 21, twice: 42 } })
    const [outer, step] = pick(events, 'step-start')
    expect(step).toMatchObject({ stepId: 'double', path: [outer?.executionId] })
  })

  test('an agent that calls itself with a way out comes to an end', async () => {
    const counting = agentOf(
      { number: { type: 'number', input: true }, twice: { type: 'number', default: 0 } },
      [
        { id: 'more', strategyType: 'condition', config: { branches: [{ name: 'yes', when: 'number > 0' }] } },
        {
          id: 'again',
          strategyType: 'subagent',
          config: { agent: 'counting', inputs: [{ input: 'number', kind: 'expression', value: 'number - 1' }] },
        },
        setting('add', 'twice', 'twice + 2'),
      ],
      {
        edges: [
          { from: 'START', to: 'more' },
          { from: 'more', exit: 'yes', to: 'again' },
          { from: 'again', to: 'add' },
        ],
      },
    )
    const config = calling({ agent: 'counting' }, { agents: { counting } })
    expect(
      planAgent(config, createDefaultRegistry()).problems.filter(({ code }) => code === 'agent.recursive'),
    ).toEqual([])
    expect((await run(config, { number: 3 })).at(-1)).toMatchObject({ state: { twice: 6 } })
  })

  test('one without is stopped', async () => {
    const endless = agentOf({}, [{ id: 'again', strategyType: 'subagent', config: { agent: 'endless' } }])
    const config = calling({ agent: 'endless' }, { agents: { endless } })
    await expect(run(config, {})).resolves.toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'run-error', problem: expect.objectContaining({ code: 'run.tooDeep' }) }),
      ]),
    )
  })
})

describe('what is found before a run', () => {
  const find = (config: AgentConfig) => planAgent(config, createDefaultRegistry()).problems

  test.each<[string, Readonly<Record<string, Json>>, string, string]>([
    ['no agent', { agent: '' }, 'agent.unknown', 'config.agent'],
    ['an agent that is not there', { agent: 'dubling' }, 'agent.unknown', 'config.agent'],
    [
      'an input the agent does not have',
      { inputs: [{ input: 'numbr', field: 'number' }] },
      'state.undeclared',
      'config.inputs[0].input',
    ],
    [
      'a field the state does not have',
      { inputs: [{ input: 'number', field: 'nope' }] },
      'state.undeclared',
      'config.inputs[0].field',
    ],
    [
      'an output the agent does not have',
      { outputs: [{ output: 'thrice', field: 'twice' }] },
      'state.undeclared',
      'config.outputs[0].output',
    ],
    ['a line with one end', { outputs: [{ output: 'twice', field: '' }] }, 'step.config', 'config.outputs[0].field'],
    [
      'a variable there is not',
      { inputs: [{ input: 'number', kind: 'expression', value: 'nmber' }] },
      'expression.unknownVar',
      'config.inputs[0].value',
    ],
  ])('%s', (_, config, code, path) => {
    expect(find(calling({ agent: 'doubling', ...config }))).toContainEqual(
      expect.objectContaining({ code, path, stepId: 'call' }),
    )
  })

  test('an input that nothing goes into, with a way to mend it', () => {
    const config = { ...calling({ agent: 'doubling' }), stateType: { name: 'S', fields: {} } }
    expect(find(config)).toContainEqual(
      expect.objectContaining({
        severity: 'warning',
        path: 'config.inputs',
        fix: expect.objectContaining({ change: { path: 'stateType.fields.number', value: { type: 'number' } } }),
      }),
    )
  })

  test('nothing, when all is well', () => {
    expect(find(calling({ agent: 'doubling' }))).toEqual([])
  })

  test('agents that call each other without an end', () => {
    const call = (agent: string) => agentOf({}, [{ id: 'go', strategyType: 'subagent', config: { agent } }])
    const found = find(calling({ agent: 'a' }, { agents: { a: call('b'), b: call('a') } }))
    expect(found.filter(({ code }) => code === 'agent.recursive')).toEqual([
      expect.objectContaining({ severity: 'warning', agentId: 'a', stepId: 'go' }),
      expect.objectContaining({ severity: 'warning', agentId: 'b', stepId: 'go' }),
    ])
  })
})

describe('a field that passes by its name, written down', () => {
  const outer: StateType = { name: 'Outer', fields: { claim: { type: 'string' }, verdict: { type: 'string' } } }
  const spell = (name: string, config: object = {}) =>
    spellPassing(subagentSchema.parse({ agent: 'check', ...config }), { name, inner, outer })

  test.each<[string, string, object, object]>([
    ['an input', 'claim', {}, { inputs: [{ input: 'claim', field: 'claim' }] }],
    [
      'an input beside others',
      'claim',
      { inputs: [{ input: 'strict', kind: 'expression', value: 'true' }] },
      {
        inputs: [
          { input: 'strict', kind: 'expression', value: 'true' },
          { input: 'claim', field: 'claim' },
        ],
      },
    ],
    ['an input that is listed', 'claim', { inputs: [{ input: 'claim', field: 'verdict' }] }, {}],
    ['a result: all that come out', 'verdict', {}, { outputs: [{ output: 'verdict', field: 'verdict' }] }],
    ['a result beside a list of them', 'verdict', { outputs: [{ output: 'notes', field: 'verdict' }] }, {}],
    ['a field of one side only', 'strict', {}, {}],
  ])('%s', (_, name, config, written) => {
    expect(spell(name, config)).toEqual(written)
  })
})
