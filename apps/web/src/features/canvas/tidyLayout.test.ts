import type { EdgeConfig } from '@petal/core/model'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Box, tidyLayout } from './tidyLayout.ts'

const box = (id: string, height = 92): Box => ({ id, width: 256, height })

describe('tidyLayout', () => {
  test('what follows stands to the right', () => {
    const { a, b, c } = tidyLayout(
      [box('c'), box('a'), box('b')],
      [
        { from: 'a', to: 'b' },
        { from: 'b', to: 'c' },
      ],
    )
    expect((a?.[0] ?? 0) < (b?.[0] ?? 0) && (b?.[0] ?? 0) < (c?.[0] ?? 0)).toBe(true)
  })

  test('a chain is straight where its wires run, whatever the heights of its cards', () => {
    const { a, b, c } = tidyLayout(
      [box('a'), box('b', 300), box('c', 150)],
      [
        { from: 'a', to: 'b' },
        { from: 'b', to: 'c' },
      ],
    )
    expect([a?.[1], b?.[1], c?.[1]]).toEqual([0, 0, 0])
  })

  test('a loop, and several wires between the same two, are no trouble', () => {
    const places = tidyLayout(
      [box('a', 160), box('b')],
      [
        { from: 'a', exit: 'x', to: 'b' },
        { from: 'a', exit: 'y', to: 'b' },
        { from: 'b', to: 'a' },
        { from: 'a', to: 'a' },
        { from: 'START', to: 'a' },
      ],
    )
    expect(Object.keys(places).sort()).toEqual(['a', 'b'])
  })

  test('no two cards cover each other', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f']
    const edge = fc.record({ from: fc.constantFrom(...ids), to: fc.constantFrom(...ids) })
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 10 }), (edges: EdgeConfig[]) => {
        const places = tidyLayout(
          ids.map((id, index) => box(id, 92 + index * 20)),
          edges,
        )
        const overlaps = ids.flatMap((one, i) =>
          ids.slice(i + 1).filter((other) => touch(places[one], places[other], 92 + i * 20)),
        )
        expect(overlaps).toEqual([])
      }),
    )
  })
})

type Place = readonly [number, number] | undefined

function touch(a: Place, b: Place, height: number): boolean {
  if (!a || !b) return true
  return Math.abs(a[0] - b[0]) < 256 && a[1] <= b[1] && b[1] - a[1] < height
}
