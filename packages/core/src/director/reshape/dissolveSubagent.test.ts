import { describe, expect, test } from 'vitest'
import { setting, speaking } from '../../../test/smallSteps.ts'
import type { AgentConfig, StepConfig } from '../../config/AgentConfig.ts'
import { createAgentConfig } from '../../config/createAgentConfig.ts'
import type { Json } from '../../json/Json.ts'
import { createDefaultRegistry } from '../../registry/createDefaultRegistry.ts'
import type { StateField } from '../../state/StateType.ts'
import { AgentBuilderDirector } from '../AgentBuilderDirector.ts'
import { dissolveSubagent } from './dissolveSubagent.ts'

const registry = createDefaultRegistry()

type Fields = Readonly<Record<string, StateField>>
const number: StateField = { type: 'number' }
const input: StateField = { type: 'number', input: true }

function agentOf(fields: Fields, steps: readonly StepConfig[], more: Partial<AgentConfig> = {}): AgentConfig {
  return { ...createAgentConfig({ name: 'S', fields }), steps, ...more }
}

function callOf(settings: Readonly<Record<string, Json>> = {}, more: Partial<StepConfig> = {}): StepConfig {
  return { id: 'call', strategyType: 'subagent', config: { agent: 'in', ...settings }, ...more }
}

/** An agent of one step, which calls an agent of one step; both know the fields `a` and `b`. */
interface Pair {
  readonly call?: StepConfig
  readonly inner?: Partial<AgentConfig>
  readonly outer?: Partial<AgentConfig>
}

function pair({ call = callOf(), inner = {}, outer = {} }: Pair): AgentConfig {
  const fields = { a: input, b: number }
  return agentOf(fields, [call], { agents: { in: agentOf(fields, [setting('one', 'b', 'a + 1')], inner) }, ...outer })
}

const type = (fields: Fields) => ({ name: 'T', fields })
const shared = callOf({ conversation: 'shared' })
const tool = { kind: 'code', name: 'shout', code: 'return 1' }
const base = createAgentConfig()

describe('refused, with the reason', () => {
  test.each<[string, AgentConfig, RegExp]>([
    ['a step that is not there', pair({ call: callOf({}, { id: 'other' }) }), /another name/],
    ['a step that calls nothing', agentOf({}, [setting('call', 'b', '1')]), /another name/],
    ['an agent that is not there', pair({ call: callOf({ agent: 'nope' }) }), /no agent "nope"/],
    ['an agent of a file without any', agentOf({}, [callOf()]), /no agent "in"/],
    ['a time limit', pair({ call: callOf({}, { timeout: 500 }) }), /time limit/],
    [
      'tries of its own',
      pair({ call: callOf({}, { retry: { maxRetries: 1, backOff: 'fixed', waitMs: 0 } }) }),
      /tried/,
    ],
    [
      'a way of its own when it fails',
      pair({ call: callOf({}, { onError: { action: 'continue' } }) }),
      /when it fails/,
    ],
    ['a conversation of its own', pair({ inner: { steps: [speaking] } }), /conversation/],
    [
      'another model',
      pair({
        call: shared,
        inner: { steps: [speaking], llmConfig: { provider: 'practice', model: 'x', temperature: 0, maxTokens: 9 } },
      }),
      /default model/,
    ],
    [
      'another memory',
      pair({
        call: shared,
        inner: { steps: [speaking], memory: { memoryType: 'buffer', maxTokens: 9, enabled: true } },
      }),
      /remembers/,
    ],
    [
      'other retries',
      pair({ inner: { graphConfig: { ...base.graphConfig, maxRetries: 9 } } }),
      /tried again in another way/,
    ],
    [
      'other rules for parallel steps',
      pair({ inner: { graphConfig: { ...base.graphConfig, allowParallel: !base.graphConfig.allowParallel } } }),
      /in parallel/,
    ],
    ['tools of its own', pair({ inner: { tools: [tool] } }), /tools of its own/],
    [
      'a tool of the same name that does something else',
      pair({ inner: { tools: [tool] }, outer: { tools: [{ ...tool, code: 'return 2' }] } }),
      /tools/,
    ],
    [
      'a common field that stays inside',
      pair({
        call: callOf({ outputs: [{ output: 'c', field: 'c' }] }),
        inner: { stateType: type({ a: input, b: number, c: number }) },
      }),
      /field b, each its own/,
    ],
    [
      'another start value for an input',
      pair({ inner: { stateType: type({ a: { ...input, default: 5 }, b: number }) } }),
      /start value/,
    ],
    [
      'an input that is added to and read',
      pair({
        inner: {
          stateType: type({ a: { ...input, reducer: 'add' }, b: number }),
          steps: [setting('one', 'b', 'a')],
        },
        outer: { stateType: type({ a: { ...input, reducer: 'add' }, b: number }) },
      }),
      /adds to a and reads it/,
    ],
    [
      'a step of unknown ways, for it may change what it likes',
      pair({ call: shared, inner: { steps: [{ id: 'odd', strategyType: 'odd', config: {} }] } }),
      /changes a/,
    ],
    [
      'a branch at the same time that has to do with the same field',
      pair({
        outer: {
          steps: [setting('begin', 'a', '1'), callOf(), setting('beside', 'b', '2')],
          edges: [
            { from: 'START', to: 'begin' },
            { from: 'begin', to: 'call' },
            { from: 'begin', to: 'beside' },
          ],
        },
      }),
      /same time/,
    ],
  ])('%s', (_, config, reason) => {
    expect(dissolveSubagent(config, 'call', registry)).toEqual({ ok: false, reason: expect.stringMatching(reason) })
  })

  test('a field of its own in a loop, where it would not begin anew', () => {
    const looping = (fields: Fields) =>
      pair({
        inner: { stateType: type({ a: input, b: number, ...fields }) },
        outer: {
          steps: [
            callOf(),
            { id: 'if', strategyType: 'condition', config: { branches: [{ name: 'yes', when: 'b < 9' }] } },
          ],
          edges: [
            { from: 'START', to: 'call' },
            { from: 'call', to: 'if' },
            { from: 'if', exit: 'yes', to: 'call' },
          ],
        },
      })
    const reason = expect.stringMatching(/more than once, and begins with own anew/)
    expect(dissolveSubagent(looping({ own: number }), 'call', registry)).toEqual({ ok: false, reason })
    expect(dissolveSubagent(looping({}), 'call', registry)).toMatchObject({ ok: true })
  })
})

describe('what does not stand in the way', () => {
  const dissolve = (config: AgentConfig, self?: string) => {
    const reshaped = dissolveSubagent(config, 'call', registry, self)
    if (!reshaped.ok) throw new Error(reshaped.reason)
    return reshaped
  }
  const run = async (config: AgentConfig) => (await new AgentBuilderDirector(config, registry).build()).run({ a: 3 })

  test.each<[string, AgentConfig]>([
    ['the same tools', pair({ inner: { tools: [tool] }, outer: { tools: [tool] } })],
    [
      'an input with the same start value',
      pair({
        inner: { stateType: type({ a: { ...input, default: 5 }, b: number }) },
        outer: { stateType: type({ a: { ...input, default: 5 }, b: number }) },
      }),
    ],
    [
      'a field of its own',
      pair({
        inner: {
          stateType: type({ a: input, b: number, c: number }),
          steps: [setting('one', 'c', 'a'), setting('two', 'b', 'c + 1')],
        },
      }),
    ],
    ['a step of the same id and name', pair({ outer: { steps: [setting('one', 'a', 'a * 2'), callOf()] } })],
  ])('%s', async (_, config) => {
    expect(await run(dissolve(config).config)).toMatchObject(await run(config))
  })

  test('settings that only a model looks at, where none is asked', async () => {
    const memory = { memoryType: 'buffer', maxTokens: 9, enabled: true } as const
    const config = pair({ inner: { memory } })
    expect(await run(dissolve(config).config)).toEqual(await run(config))
  })

  test('one conversation is gone on with, and the field for it may be declared', () => {
    const inner = { steps: [speaking], stateType: type({ a: input, b: number, messages: { type: 'messages' } }) }
    const { config } = dissolve(pair({ call: shared, inner }))
    expect(config.steps.map(({ strategyType }) => strategyType)).toEqual(['llm'])
    expect(config.stateType.fields.messages).toEqual({ type: 'messages' })
  })

  test('the cards keep their places to each other, around the place of the one that goes', () => {
    const inner = {
      steps: [setting('one', 'b', 'a'), setting('two', 'b', 'b + 1'), setting('three', 'b', 'b + 1')],
      layout: { one: [10, 20], two: [300, 50] },
    } as const
    const { config } = dissolve(pair({ inner, outer: { layout: { call: [1000, 2000], elsewhere: [1, 2] } } }))
    expect(config.layout).toEqual({ one: [1000, 2000], two: [1290, 2030], elsewhere: [1, 2] })
    expect(dissolve(pair({ inner })).config.layout).toEqual({ one: [0, 0], two: [290, 30] })
  })

  test('the agent stays while another of the file calls it, as a step or as a tool', () => {
    const config = pair({})
    const inner = config.agents?.in ?? base
    const calling = agentOf({ a: input }, [callOf()])
    const asTool = agentOf({ a: input }, [], { tools: [{ kind: 'agent', name: 'ask', agent: 'in' }] })
    for (const other of [calling, asTool]) {
      expect(dissolve({ ...config, agents: { in: inner, other } }).config.agents).toHaveProperty('in')
      // As it stands in the list it is only as it was before.
      expect(dissolve({ ...config, agents: { in: inner, other } }, 'other').config.agents).not.toHaveProperty('in')
    }
    const unknown = agentOf({ a: input }, [{ id: 'odd', strategyType: 'odd', config: {} }])
    expect(dissolve({ ...config, agents: { in: inner, other: unknown } }).config.agents).not.toHaveProperty('in')
  })
})
