import { describe, expect, test } from 'vitest'
import { brief, collect, pick, testAgent } from '../../test/testAgent.ts'
import type { AgentConfig, StepConfig } from '../config/AgentConfig.ts'
import { createAgentConfig } from '../config/createAgentConfig.ts'
import { parseAgentConfig } from '../config/parseAgentConfig.ts'
import { serializeAgentConfig } from '../config/serializeAgentConfig.ts'
import { createDefaultRegistry } from '../registry/createDefaultRegistry.ts'
import type { StepFunction } from '../step/StepContext.ts'
import { AgentBuilderDirector } from './AgentBuilderDirector.ts'
import { availableAt } from './availableAt.ts'
import { planAgent } from './planAgent.ts'

const registry = createDefaultRegistry()
const fields = { log: { type: 'array', reducer: 'append' } } as const
const say =
  (word: string): StepFunction =>
  () => ({ log: word })

function agentOf(steps: readonly StepConfig[], more: Partial<AgentConfig> = {}): AgentConfig {
  const stateType = { name: 'S', fields: { text: { type: 'string', input: true }, note: { type: 'string' } } } as const
  return { ...createAgentConfig(), stateType, steps, ...more }
}

const set = (id: string, more: Partial<StepConfig> = {}): StepConfig => ({
  id,
  strategyType: 'set',
  config: { values: [{ field: 'note', value: `by ${id}` }] },
  ...more,
})

const condition: StepConfig = {
  id: 'check',
  strategyType: 'condition',
  config: { branches: [{ name: 'long', when: 'length(text) > 0' }] },
  disabled: true,
}

const run = async (agent: AgentConfig) =>
  collect(await new AgentBuilderDirector(agent, registry).build(), { text: 'hello' })

describe('a disabled step', () => {
  test('passes the state through, and says so', async () => {
    const steps = { a: say('a'), b: { run: say('b'), disabled: true }, c: say('c') }
    const events = await collect(await testAgent({ fields, steps }), {})
    expect(events.at(-1)).toMatchObject({ type: 'run-end', state: { log: ['a', 'c'] } })
    expect(pick(events, 'step-end').map(({ stepId, update, disabled }) => [stepId, update, disabled])).toEqual([
      ['a', { log: 'a' }, undefined],
      ['b', {}, true],
      ['c', { log: 'c' }, undefined],
    ])
  })

  test('is waited for by a join like any other', async () => {
    const steps = { a: say('a'), b: { run: say('b'), disabled: true }, c: say('c'), d: say('d') }
    const edges = ['START -> a', 'a -> b', 'a -> c', 'b -> d', 'c -> d']
    const events = await collect(await testAgent({ fields, steps, edges }), {})
    expect(brief(events).filter((line) => line === 'end d')).toHaveLength(1)
    expect(events.at(-1)).toMatchObject({ state: { log: ['a', 'c', 'd'] } })
  })

  test('does not leave by its exit for errors', async () => {
    const steps = {
      a: { run: say('a'), disabled: true, onError: { action: 'exit' } as const },
      next: say('next'),
      rescue: say('rescue'),
    }
    const edges = ['START -> a', 'a.out -> next', 'a.error -> rescue']
    const events = await collect(await testAgent({ fields, steps, edges }), {})
    expect(events.at(-1)).toMatchObject({ state: { log: ['next'] } })
  })

  test('that chooses by rules goes on by its last way out', async () => {
    const edges = [
      { from: 'START', to: 'check' },
      { from: 'check', exit: 'long', to: 'a' },
      { from: 'check', exit: 'else', to: 'b' },
    ]
    const events = await run(agentOf([condition, set('a'), set('b')], { edges }))
    expect(pick(events, 'step-end')[0]).toMatchObject({ stepId: 'check', exit: 'else', disabled: true })
    expect(events.at(-1)).toMatchObject({ type: 'run-end', state: { note: 'by b' } })
    const { problems } = planAgent(agentOf([condition, set('a'), set('b')], { edges }), registry)
    expect(problems.map(({ code, severity, stepId }) => [code, severity, stepId])).toEqual([
      ['graph.unreachable', 'info', 'a'],
    ])
  })

  test('with several ways out and no sensible one cannot run, and says what to do', () => {
    const router: StepConfig = {
      id: 'choose',
      strategyType: 'router',
      config: { prompt: '{text}', routes: [{ name: 'x' }, { name: 'y' }] },
      disabled: true,
    }
    const edges = [
      { from: 'START', to: 'choose' },
      { from: 'choose', exit: 'x', to: 'a' },
      { from: 'choose', exit: 'y', to: 'b' },
    ]
    const agent = agentOf([router, set('a'), set('b')], { edges })
    const result = planAgent(agent, registry)
    expect(result.ok).toBe(false)
    expect(result.problems[0]).toMatchObject({
      code: 'graph.noPass',
      stepId: 'choose',
      fix: { label: 'Enable it', change: { stepId: 'choose', path: 'disabled' } },
    })
    const plain = [
      { from: 'START', to: 'choose' },
      { from: 'choose', to: 'a' },
    ]
    expect(planAgent({ ...agent, edges: plain }, registry).ok).toBe(true)
  })

  test.each([
    ['bad settings', set('b', { config: { values: 3 } })],
    ['a type that is not there', set('b', { strategyType: 'not-there' })],
    ['a text that names nothing', set('b', { config: { values: [{ field: 'note', value: '{nothing}' }] } })],
  ])('stops no run for %s', async (_, step) => {
    const steps = [set('a'), { ...step, disabled: true }]
    expect(planAgent(agentOf([set('a'), step]), registry).ok).toBe(false)
    expect(planAgent(agentOf(steps), registry)).toMatchObject({ ok: true, problems: [] })
    expect((await run(agentOf(steps))).at(-1)).toMatchObject({ type: 'run-end', state: { note: 'by a' } })
  })

  test('writes nothing that later steps could count on', () => {
    const reader: StepConfig = {
      id: 'read',
      strategyType: 'set',
      config: { values: [{ field: 'text', value: '{note}' }] },
    }
    const on = agentOf([set('a', { nodeName: 'First' }), reader])
    const off = agentOf([set('a', { nodeName: 'First', disabled: true }), reader])
    expect(planAgent(on, registry).problems).toEqual([])
    expect(planAgent(off, registry).problems[0]).toMatchObject({
      code: 'template.unknownVar',
      severity: 'warning',
      message: expect.stringContaining('"First" would, but it is disabled'),
      fix: { label: 'Enable First', change: { stepId: 'a', path: 'disabled' } },
    })
    expect(availableAt(on, registry, 'read').map(({ name }) => name)).toContain('note')
    expect(availableAt(off, registry, 'read').map(({ name }) => name)).not.toContain('note')
  })

  test('keeps the conversation in the state when it is the one that would speak', () => {
    const ask: StepConfig = { id: 'ask', strategyType: 'llm', config: { promptTemplate: '{text}' } }
    const plan = planAgent(agentOf([{ ...ask, disabled: true }]), registry)
    expect(plan.ok && plan.plan.stateType.fields.messages).toBeTruthy()
    expect(plan.ok && plan.plan.steps[0]?.llm).toBeUndefined()
  })

  test('within a called agent passes through, too', async () => {
    const call: StepConfig = {
      id: 'call',
      strategyType: 'subagent',
      config: { agent: 'part', outputs: [{ output: 'note', field: 'note' }] },
    }
    const part = agentOf([set('one'), set('two', { disabled: true })])
    const events = await run(agentOf([call], { agents: { part } }))
    expect(events.at(-1)).toMatchObject({ state: { note: 'by one' } })
    expect(pick(events, 'step-end').find(({ stepId }) => stepId === 'two')).toMatchObject({ disabled: true })
    const called = await run(agentOf([{ ...call, disabled: true }], { agents: { part } }))
    expect(pick(called, 'step-end').map(({ stepId }) => stepId)).toEqual(['call'])
  })

  test('is kept in the file only where it is so', () => {
    const text = serializeAgentConfig(agentOf([set('a', { disabled: true }), set('b', { disabled: false })]))
    expect(text.match(/disabled/g)).toHaveLength(1)
    const parsed = parseAgentConfig(text)
    expect(parsed.ok && serializeAgentConfig(parsed.config)).toBe(text)
    expect(parsed.problems).toEqual([])
    const bad = parseAgentConfig(text.replace('"disabled": true', '"disabled": "yes"'))
    expect(bad).toMatchObject({ ok: false, problems: [{ path: 'steps[0].disabled' }] })
  })

  test('is read from petal’s spelling', () => {
    const petal = {
      name: 'Old',
      state_type: { name: 'S', fields: { text: { type: 'string', input: true } } },
      steps: [{ id: 'a', strategy_type: 'llm', config: { prompt_template: '{text}' }, disabled: true }],
    }
    const parsed = parseAgentConfig(petal)
    expect(parsed.ok && parsed.config.steps[0]?.disabled).toBe(true)
  })
})
