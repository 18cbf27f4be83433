import { describe, expect, test } from 'vitest'
import { setting, speaking } from '../../../test/smallSteps.ts'
import type { AgentConfig, StepConfig } from '../../config/AgentConfig.ts'
import { createAgentConfig } from '../../config/createAgentConfig.ts'
import { createDefaultRegistry } from '../../registry/createDefaultRegistry.ts'
import { StepRegistry } from '../../registry/StepRegistry.ts'
import type { StateField } from '../../state/StateType.ts'
import { setStep } from '../../steps/set/set.ts'
import { makeSubagent } from './makeSubagent.ts'

const registry = createDefaultRegistry()

const fields: Readonly<Record<string, StateField>> = {
  a: { type: 'number', input: true, default: 1 },
  b: { type: 'number' },
  c: { type: 'number' },
}

function agentOf(steps: readonly StepConfig[], more: Partial<AgentConfig> = {}): AgentConfig {
  return { ...createAgentConfig({ name: 'S', fields }), steps, ...more }
}

function make(config: AgentConfig, ids: readonly string[]) {
  const reshaped = makeSubagent(config, ids, registry)
  if (!reshaped.ok) throw new Error(reshaped.reason)
  const [stepId = ''] = reshaped.stepIds
  const step = reshaped.config.steps.find(({ id }) => id === stepId)
  return { config: reshaped.config, step, inner: reshaped.config.agents?.[String(step?.config.agent)] }
}

const chain = [setting('one', 'b', 'a'), setting('two', 'c', 'b'), setting('three', 'b', 'c')]

test('one step gives the agent its name; several are a part, of which there may be more', () => {
  expect(make(agentOf(chain), ['two'])).toMatchObject({ step: { nodeName: 'two' }, inner: { name: 'two' } })
  const named = chain.map((step, index) => (index === 2 ? { ...step, nodeName: 'Part' } : step))
  expect(make(agentOf(named), ['one', 'two']).step?.nodeName).toBe('Part 2')
  expect(make(agentOf(named), ['two', 'three']).step?.nodeName).toBe('Part')
})

test('the new card stands in the middle of those it stands for, and inside they begin at the top left', () => {
  const layout = { one: [0, 0], two: [100, 40], three: [300, 90] } as const
  const { config, step, inner } = make(agentOf(chain, { layout }), ['two', 'three'])
  expect(config.layout).toEqual({ one: [0, 0], [String(step?.id)]: [200, 65] })
  expect(inner?.layout).toEqual({ two: [0, 0], three: [200, 50] })
})

test('tools go along with steps that may use them, and with no others', () => {
  const tools = [{ kind: 'code', name: 'shout', code: 'return 1' }]
  const using: StepConfig = { id: 'use', strategyType: 'react', config: { tools: ['shout'], promptTemplate: 'Hi {a}' } }
  const config = agentOf([...chain, using], { tools })
  expect(make(config, ['use']).inner?.tools).toEqual(tools)
  expect(make(config, ['two']).inner).not.toHaveProperty('tools')
  expect(make(agentOf([using]), ['use']).inner).not.toHaveProperty('tools')
})

test('a conversation that is declared stays as it is, also inside; one that was added is declared', () => {
  const messages = { type: 'messages', title: 'Talk' } as const
  const declared = make(agentOf([speaking], { stateType: { name: 'S', fields: { ...fields, messages } } }), ['speak'])
  expect(declared.inner?.stateType.fields.messages).toEqual(messages)
  expect(declared.config.stateType.fields.messages).toEqual(messages)
  const added = make(agentOf([speaking]), ['speak'])
  expect(added.inner?.stateType.fields).not.toHaveProperty('messages')
  expect(added.config.stateType.fields.messages).toEqual({ type: 'messages' })
})

test('steps that go round for ever lead nowhere, inside as before', () => {
  const edges = [
    { from: 'START', to: 'one' },
    { from: 'one', to: 'two' },
    { from: 'two', to: 'one' },
  ]
  const { config, step } = make(agentOf(chain.slice(0, 2), { edges }), ['one', 'two'])
  expect(config.edges).toEqual([{ from: 'START', to: step?.id }])
})

test('a branch at the same time that has to do with other fields is no hindrance', () => {
  const edges = [
    { from: 'START', to: 'one' },
    { from: 'START', to: 'beside' },
  ]
  const config = agentOf([setting('one', 'b', 'a'), setting('beside', 'c', 'a')], { edges })
  expect(makeSubagent(config, ['one'], registry)).toMatchObject({ ok: true })
})

describe('refused, with the reason', () => {
  const edges = (...texts: readonly string[]) =>
    texts.map((text) => {
      const [from = '', to = ''] = text.split(' > ')
      return { from, to }
    })

  test.each<[string, AgentConfig, readonly string[], RegExp]>([
    ['no steps at all', agentOf(chain), [], /Nothing leads into/],
    [
      'steps that nothing leads into',
      agentOf(chain, { edges: edges('START > one', 'two > three') }),
      ['two'],
      /Nothing leads into/,
    ],
    [
      'steps that are not connected with each other',
      agentOf(chain, { edges: edges('START > one', 'two > three') }),
      ['one', 'two'],
      /From "one" no way leads to "two"/,
    ],
    [
      'a conversation that a branch at the same time has a part in',
      agentOf([setting('begin', 'b', 'a'), speaking, { ...speaking, id: 'beside', nodeName: 'Beside' }], {
        edges: edges('START > begin', 'begin > speak', 'begin > beside'),
      }),
      ['speak'],
      /messages too/,
    ],
    [
      'a field that a branch at the same time reads',
      agentOf([setting('begin', 'b', 'a'), setting('in', 'c', '1'), setting('beside', 'b', 'c')], {
        edges: edges('START > begin', 'begin > in', 'begin > beside'),
      }),
      ['in'],
      /have to do with c too/,
    ],
    [
      'a step of unknown ways beside them',
      agentOf([setting('begin', 'b', 'a'), setting('in', 'c', '1'), { id: 'odd', strategyType: 'odd', config: {} }], {
        edges: edges('START > begin', 'begin > in', 'begin > odd'),
      }),
      ['in'],
      /have to do with c too/,
    ],
  ])('%s', (_, config, ids, reason) => {
    expect(makeSubagent(config, ids, registry)).toEqual({ ok: false, reason: expect.stringMatching(reason) })
  })

  test('where no type of step calls agents', () => {
    const bare = new StepRegistry()
    bare.register('set', setStep.getStrategy())
    expect(makeSubagent(agentOf(chain), ['one'], bare)).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/no type of step that calls/),
    })
  })
})
