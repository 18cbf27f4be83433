import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryAgentConfig, arbitraryEdge } from '../../../test/arbitraryAgentConfig.ts'
import { agent, edgesOf } from '../../../test/buildAgent.ts'
import { END, listEdges, START } from '../listEdges.ts'
import { connectSteps } from './connectSteps.ts'
import { disconnectSteps } from './disconnectSteps.ts'
import { moveSteps } from './moveSteps.ts'

describe('edges', () => {
  test('an agent of no steps has none', () => {
    expect(listEdges(agent([]))).toEqual([])
    expect(listEdges(agent(['a'], []))).toEqual([])
  })

  test('the implied chain is the same list each time', () => {
    const config = agent(['a', 'b'])
    expect(listEdges(config)).toBe(listEdges({ ...config }))
  })

  test('the first change writes the implied ones out', () => {
    const chain = agent(['a', 'b'])
    expect(edgesOf(connectSteps(chain, { from: 'b', to: 'a' }))).toEqual([
      `${START} > a`,
      'a > b',
      `b > ${END}`,
      'b > a',
    ])
    expect(edgesOf(disconnectSteps(chain, { from: 'a', to: 'b' }))).toEqual(['START > a', 'b > END'])
  })

  test('what is there already, or is not, changes nothing', () => {
    const chain = agent(['a', 'b'])
    expect(connectSteps(chain, { from: 'a', to: 'b' })).toBe(chain)
    expect(disconnectSteps(chain, { from: 'a', exit: 'x', to: 'b' })).toBe(chain)
  })

  test('disconnecting undoes connecting', () => {
    fc.assert(
      fc.property(arbitraryAgentConfig, arbitraryEdge, (config, added) => {
        const connected = connectSteps(config, added)
        fc.pre(connected !== config)
        expect(listEdges(disconnectSteps(connected, added))).toEqual(listEdges(config))
      }),
    )
  })
})

describe('moveSteps', () => {
  const placed = moveSteps(agent(['a', 'b']), { a: [0, 0], b: [5, 5] })

  test('places many at once, on whole pixels, and passes over what is no step', () => {
    const moved = moveSteps(placed, { b: [7.5, Number.NaN], gone: [1, 1] })
    expect(moved.layout).toStrictEqual({ a: [0, 0], b: [8, 0] })
    expect(moved.steps).toBe(placed.steps)
  })

  test('gives the same agent back when nothing moves', () => {
    expect(moveSteps(placed, { a: [0.2, 0] })).toBe(placed)
    expect(moveSteps(placed, { gone: [1, 1] })).toBe(placed)
    expect(moveSteps(placed, {})).toBe(placed)
  })
})
