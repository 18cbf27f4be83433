import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AgentConfig, StepConfig } from '../../config/AgentConfig.ts'
import { createAgentConfig } from '../../config/createAgentConfig.ts'
import { createDefaultRegistry } from '../../registry/createDefaultRegistry.ts'
import type { AgentPlan } from '../AgentPlan.ts'
import { planAgent } from '../planAgent.ts'
import { createTestRegistry, toTestConfig } from './testAgentConfig.ts'

const registry = createTestRegistry()

const input = { type: 'string', input: true } as const
const prompt = (text: string): Partial<StepConfig> => ({ config: { prompt: text } })

function graph(settings: Partial<AgentConfig['graphConfig']>): Partial<AgentConfig> {
  return { graphConfig: { ...createAgentConfig().graphConfig, ...settings } }
}

describe('planning again', () => {
  it('uses the steps an edit left alone', () => {
    const config = toTestConfig({ fields: { q: input }, steps: { a: prompt('{q}'), b: prompt('{q}') } })
    const [first, ...rest] = config.steps
    const edited = { ...config, steps: [{ id: 'a', strategyType: 'write', config: { prompt: 'new' } }, ...rest] }
    const [before, after] = [planAgent(config, registry), planAgent(edited, registry)]
    if (!before.ok || !after.ok) throw new Error('expected plans')
    expect(first).toBeDefined()
    expect(after.plan.steps[0]).not.toBe(before.plan.steps[0])
    expect(after.plan.steps[1]).toBe(before.plan.steps[1])
  })

  it('notices that a type was registered anew', () => {
    const own = createDefaultRegistry()
    const config = toTestConfig({ steps: { a: {} } })
    expect(planAgent(config, own).ok).toBe(false)
    own.register('write', registry.getStrategy('write').constructor as Parameters<typeof own.register>[1])
    expect(planAgent(config, own).ok).toBe(true)
  })

  const fieldNames = ['p', 'q', 'r']
  const anyStep: fc.Arbitrary<StepConfig> = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    strategyType: fc.constantFrom('write', 'write', 'write', 'choose', 'opaque', 'custom', 'llm', 'nothing'),
    config: fc.record({
      writes: fc.subarray([...fieldNames, 'undeclared']),
      prompt: fc.constantFrom('', '{p}', '{q} {r}', '{x}', '{', '{p.a}'),
      code: fc.constantFrom('return { p: 1 }', 'return { q: state.p, x: 1 }', 'return { q: state.p }', 'return state'),
      when: fc.constantFrom('true', 'p > 1', 'q is empty', 'r =', 'x'),
    }),
    nodeName: fc.constantFrom('', 'One', 'Two', 'a:b'),
  })
  const node = fc.constantFrom('START', 'END', 'a', 'b', 'c', 'd', 'e', 'gone')
  const anyEdge = fc.record(
    { from: node, to: node, exit: fc.constantFrom('x', 'y', 'out') },
    { requiredKeys: ['from', 'to'] },
  )
  const anyField = fc.record(
    {
      type: fc.constantFrom('string', 'array', 'object'),
      input: fc.boolean(),
      reducer: fc.constantFrom('append', 'replace'),
    },
    { requiredKeys: ['type'] },
  )
  const startsAsNull = fc.constant({ type: 'any', default: null })
  const anyConfig = fc
    .record({
      steps: fc.array(anyStep, { maxLength: 7 }),
      edges: fc.option(fc.array(anyEdge, { maxLength: 12 }), { nil: undefined }),
      fields: fc.record({ p: anyField, q: anyField, r: fc.oneof(anyField, startsAsNull) }),
      allowParallel: fc.boolean(),
    })
    .map(
      ({ steps, edges, fields, allowParallel }): AgentConfig => ({
        ...createAgentConfig({ name: 'S', fields: fields as AgentConfig['stateType']['fields'] }),
        steps,
        ...(edges === undefined ? {} : { edges }),
        ...graph({ allowParallel }),
      }),
    )

  it('never fails, and says the same as planning afresh, whatever was planned before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyConfig, fc.nat(), fc.nat({ max: 4 })), { minLength: 1, maxLength: 4 }),
        (turns) => {
          const reused = createTestRegistry()
          let config = turns[0]?.[0]
          for (const [fresh, place, part] of turns) {
            config = mix(config ?? fresh, fresh, place, part)
            expect(planAgent(config, reused)).toEqual(planAgent(structuredClone(config), createTestRegistry()))
          }
        },
      ),
      { numRuns: 100 },
    )
  }, 60_000)

  it('makes plans whose edges connect their steps, without a loop among the forward ones', () => {
    fc.assert(
      fc.property(anyConfig, (config) => {
        const result = planAgent(config, registry)
        if (!result.ok) return
        const { steps, edges } = result.plan
        const ids = new Set(['START', 'END', ...steps.map(({ id }) => id)])
        for (const { from, to } of edges) expect(ids.has(from) && ids.has(to)).toBe(true)
        expect(listCircular(result.plan)).toEqual([])
      }),
      { numRuns: 200 },
    )
  }, 60_000)
})

/** The steps left when again and again those are taken away that no forward edge from one of the rest leads to. */
function listCircular({ steps, edges }: AgentPlan): readonly string[] {
  let left = steps.map(({ id }) => id)
  for (;;) {
    const kept = left.filter((id) => edges.some(({ from, to, loop }) => !loop && to === id && left.includes(from)))
    if (kept.length === left.length) return left
    left = kept
  }
}

/** One part of the configuration taken from another one: a step, the edges, the fields, a setting, or all of it. */
function mix(config: AgentConfig, fresh: AgentConfig, place: number, part: number): AgentConfig {
  const replacement = fresh.steps[place % Math.max(1, fresh.steps.length)]
  switch (part) {
    case 0:
      if (replacement === undefined || config.steps.length === 0) return config
      return { ...config, steps: config.steps.with(place % config.steps.length, replacement) }
    case 1: {
      const { edges: _edges, ...rest } = config
      return fresh.edges === undefined ? rest : { ...rest, edges: fresh.edges }
    }
    case 2:
      return { ...config, stateType: fresh.stateType }
    case 3:
      return { ...config, graphConfig: fresh.graphConfig }
    default:
      return fresh
  }
}
