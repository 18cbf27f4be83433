import { createAgentConfig } from '@petal/core/model'
import { describe, expect, test } from 'vitest'
import { toAgentConfig, toAgentDocument } from './AgentDocument.ts'
import { placeSteps } from './placeSteps.ts'

const step = (id: string) => ({ id, strategyType: 'set', config: {} })
const agent = (ids: readonly string[], wires?: readonly [string, string][]) => ({
  ...createAgentConfig(),
  steps: ids.map(step),
  ...(wires ? { edges: wires.map(([from, to]) => ({ from, to })) } : {}),
})

describe('placeSteps', () => {
  test('a chain stands in a row', () => {
    const { a, b, c } = placeSteps(agent(['a', 'b', 'c']))
    expect([a?.[1], b?.[1], c?.[1]]).toEqual([0, 0, 0])
    expect((a?.[0] ?? 0) < (b?.[0] ?? 0) && (b?.[0] ?? 0) < (c?.[0] ?? 0)).toBe(true)
  })

  test('branches stand below each other', () => {
    const { b, c } = placeSteps(
      agent(
        ['a', 'b', 'c'],
        [
          ['START', 'a'],
          ['a', 'b'],
          ['a', 'c'],
        ],
      ),
    )
    expect(b?.[0]).toBe(c?.[0])
    expect(b?.[1]).not.toBe(c?.[1])
  })

  test('a step stands behind all that lead to it, whatever is shorter, and whatever leads back', () => {
    const { a, b, c, d } = placeSteps(
      agent(
        ['a', 'b', 'c', 'd'],
        [
          ['START', 'a'],
          ['a', 'd'],
          ['a', 'b'],
          ['b', 'c'],
          ['c', 'a'],
          ['c', 'd'],
        ],
      ),
    )
    const columns = [a, b, c, d].map((place) => place?.[0])
    expect(columns).toEqual(columns.toSorted((one = 0, other = 0) => one - other))
    expect(new Set(columns).size).toBe(4)
  })

  test('no two steps share a place, also in loops and out of reach', () => {
    const places = placeSteps(
      agent(
        ['a', 'b', 'c', 'd'],
        [
          ['START', 'a'],
          ['a', 'b'],
          ['b', 'a'],
        ],
      ),
    )
    expect(new Set(Object.values(places).map(String)).size).toBe(4)
  })

  test('a place that nobody could get to is brought near enough to be drawn', () => {
    const layout = { a: [1e300, -1e12], b: [12, 34] } as const
    const places = placeSteps({ ...agent(['a', 'b']), layout })
    expect(places).toEqual({ a: [10_000_000, -10_000_000], b: [12, 34] })
    expect(toAgentConfig(toAgentDocument({ ...agent(['a', 'b']), layout })).layout).toEqual(places)
  })

  test('a place that is known stays, and nothing new covers it', () => {
    const places = placeSteps({ ...agent(['a', 'b']), layout: { a: [12, 34] } })
    expect(places.a).toEqual([12, 34])
    expect(places.b).not.toEqual(places.a)
  })

  test('a complete layout is taken as it is', () => {
    const layout = { a: [1, 2] } as const
    expect(placeSteps({ ...agent(['a']), layout })).toBe(layout)
  })
})

describe('AgentDocument', () => {
  test('gives back the configuration with a place for every step, the same object each time', () => {
    const document = toAgentDocument({ ...agent(['a']), layout: { a: [5, 6] } })
    expect(toAgentConfig(document)).toEqual({ ...agent(['a']), layout: { a: [5, 6] } })
    expect(toAgentConfig(document)).toBe(toAgentConfig(document))
  })
})
