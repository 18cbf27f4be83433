import type { EdgeConfig, Position } from '@petal/core/model'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Box, settleTidied, tidyLayout } from './tidyLayout.ts'
import { touches } from './touches.ts'

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

  test('the cards of a group stand together, whatever leads where: no other card stands among them', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f']
    const edge = fc.record({ from: fc.constantFrom(...ids), to: fc.constantFrom(...ids) })
    const members = fc.shuffledSubarray(ids, { minLength: 2, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 10 }), members, (edges: EdgeConfig[], group) => {
        const boxes = ids.map((id) => box(id))
        const places = tidyLayout(boxes, edges, [group])
        const inside = group.map((id) => places[id] ?? [0, 0])
        const frame = {
          x: Math.min(...inside.map(([x]) => x)),
          y: Math.min(...inside.map(([, y]) => y)),
          width: 256 + Math.max(...inside.map(([x]) => x)) - Math.min(...inside.map(([x]) => x)),
          height: 92 + Math.max(...inside.map(([, y]) => y)) - Math.min(...inside.map(([, y]) => y)),
        }
        const others = ids.filter((id) => !group.includes(id))
        const within = others.filter((id) => {
          const [x, y] = places[id] ?? [0, 0]
          return touches({ x, y, width: 256, height: 92 }, frame, 0)
        })
        expect(within).toEqual([])
      }),
    )
  })
})

describe('settling tidied cards', () => {
  const tidy = { a: [0, 0], b: [340, 0], c: [680, 0] } as const

  test('the top left corner stays when nothing is pinned', () => {
    const from = { a: [500, 90], b: [100, 300], c: [900, 40] } as const
    const boxes = [box('a'), box('b'), box('c')]
    expect(settleTidied(boxes, from, tidy)).toEqual({ a: [100, 40], b: [440, 40], c: [780, 40] })
  })

  test('what is pinned stays, and the others stand around it', () => {
    const from = { a: [0, 0], b: [100, 300, 'pinned'], c: [900, 40] } as const
    const boxes = [box('a'), box('b'), box('c')]
    expect(settleTidied(boxes, from, tidy)).toEqual({ a: [-240, 300], c: [440, 300] })
  })

  test('whatever is pinned, nothing comes to cover it, and no two others cover each other', () => {
    const place = fc.tuple(fc.integer({ min: -600, max: 600 }), fc.integer({ min: -600, max: 600 }), fc.boolean())
    fc.assert(
      fc.property(fc.array(place, { minLength: 2, maxLength: 9 }), (places) => {
        const boxes = places.map((_, index) => box(`s${index}`))
        const from = Object.fromEntries(
          places.map(([x, y, pinned], index): [string, Position] => [`s${index}`, pinned ? [x, y, 'pinned'] : [x, y]]),
        )
        const chain = boxes.slice(1).map(({ id }, index) => ({ from: `s${index}`, to: id }))
        const to = settleTidied(boxes, from, tidyLayout(boxes, chain))
        expect(Object.keys(to).some((id) => from[id]?.[2])).toBe(false)
        const boxAt = ({ width, height }: Box, [x, y]: Position = [0, 0]) => ({ x, y, width, height })
        for (const [index, one] of boxes.entries()) {
          const moved = to[one.id]
          for (const other of boxes.slice(index + 1)) {
            if (moved === undefined && to[other.id] === undefined) continue
            const a = boxAt(one, moved ?? from[one.id])
            const b = boxAt(other, to[other.id] ?? from[other.id])
            expect(touches(a, b, 0)).toBe(false)
          }
        }
      }),
    )
  })
})

type Place = Position | undefined

function touch(a: Place, b: Place, height: number): boolean {
  if (!a || !b) return true
  return Math.abs(a[0] - b[0]) < 256 && a[1] <= b[1] && b[1] - a[1] < height
}
