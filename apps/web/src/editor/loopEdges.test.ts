import type { EdgeConfig } from '@petal/core/model'
import { describe, expect, test } from 'vitest'
import { loopEdges } from './loopEdges.ts'

function edges(...wires: readonly string[]): readonly EdgeConfig[] {
  return wires.map((wire) => {
    const [from = '', to = ''] = wire.split('→')
    return { from, to }
  })
}

describe('loopEdges', () => {
  test.each([
    ['a chain', ['START→a', 'a→b', 'b→END'], []],
    ['branches that meet again', ['START→a', 'a→b', 'a→c', 'b→d', 'c→d'], []],
    ['a way back', ['START→draft', 'draft→check', 'check→draft', 'check→END'], ['check→draft']],
    ['a step to itself', ['START→a', 'a→a'], ['a→a']],
    ['two loops that share a step', ['START→a', 'a→b', 'b→a', 'b→c', 'c→a'], ['b→a', 'c→a']],
    ['a loop out of the start’s reach', ['START→a', 'x→y', 'y→x'], ['y→x']],
  ])('%s', (_, wires, loops) => {
    expect([...loopEdges(edges(...wires))]).toEqual(loops)
  })

  test('a chain of thousands does not overflow the stack', () => {
    const chain = Array.from({ length: 20_000 }, (_, index) => ({ from: `s${index}`, to: `s${index + 1}` }))
    expect(loopEdges([...chain, { from: 's20000', to: 's0' }]).size).toBe(1)
  })
})
