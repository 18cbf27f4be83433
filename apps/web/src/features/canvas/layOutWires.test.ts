import { describe, expect, test } from 'vitest'
import type { Box } from '../../editor/cardSize.ts'
import { touches } from '../../editor/touches.ts'
import { layOutWires, type Wire } from './layOutWires.ts'
import { routePath } from './routePath.ts'

const source: Box = { x: 0, y: 0, width: 256, height: 204 }
const target: Box = { x: 330, y: -80, width: 256, height: 92 }
const names = ['refund', 'invoice', 'delivery']

/** Wires from the exits of one card to the entry of another. */
function sideBySide(words: readonly string[], to = target): readonly Wire[] {
  return words.map((name, index) => ({
    id: name,
    ends: { sourceX: 261, sourceY: 105 + index * 26, targetX: to.x - 5, targetY: to.y + 28 },
    name,
    needsName: false,
  }))
}

/** From a card to one that stands before it, in the same row. */
function back(id: string, from: Box, to: Box, name = 'loop · at most 25 steps'): Wire {
  const ends = { sourceX: from.x + 261, sourceY: from.y + 28, targetX: to.x - 5, targetY: to.y + 28 }
  return { id, ends, name, needsName: true }
}

/** Where the names come to stand, as they are drawn: not wider than they are read. */
function labels(wires: readonly Wire[], cards: readonly Box[]): readonly Box[] {
  const layout = layOutWires(wires, cards)
  return wires.flatMap(({ id, ends, name }) => {
    const place = layout.get(id)
    if (place?.label === undefined) return []
    const { labelX, labelY } = routePath(ends, place)
    const width = Math.min(224, 16 + name.length * 5)
    return [{ x: labelX - width / 2, y: labelY - 9, width, height: 18 }]
  })
}

function expectApart(boxes: readonly Box[], cards: readonly Box[]): void {
  for (const [index, box] of boxes.entries()) {
    for (const other of [...boxes.slice(index + 1), ...cards])
      expect(touches(box, other, 0), `label ${index}`).toBe(false)
  }
}

function row(count: number): readonly Box[] {
  return Array.from({ length: count }, (_, index) => ({ x: index * 340, y: 0, width: 256, height: 92 }))
}

describe('names of wires', () => {
  test('a name with room around it stands in the middle of its wire', () => {
    expect(layOutWires(sideBySide(['refund']), [source, target]).get('refund')?.label).toEqual({ at: 0.5, shift: 0 })
  })

  test('those of wires that run side by side give way to each other, and to the cards', () => {
    const boxes = labels(sideBySide(names), [source, target])
    expect(boxes).toHaveLength(3)
    expectApart(boxes, [source, target])
  })

  test('one that would cover a card is left to the exit it is written at', () => {
    const wires = sideBySide(['a route whose name is longer than the way'])
    expect(labels(wires, [source, target])).toEqual([])
    const far = { ...target, x: 700 }
    expect(labels(sideBySide([wires[0]?.name ?? ''], far), [source, far])).toHaveLength(1)
  })

  test('one that can be pressed is always there', () => {
    const [first, second] = row(2)
    if (!first || !second) throw new Error('two cards')
    const wall = { x: -200, y: 80, width: 1200, height: 2000 }
    const wires = [back('loop', second, first)]
    expect(layOutWires(wires, [first, second, wall]).get('loop')?.label).toBeDefined()
  })
})

describe('wires that lead back', () => {
  const cards = row(5)
  const [first, second, third, fourth, fifth] = cards
  if (!first || !second || !third || !fourth || !fifth) throw new Error('five cards')

  test('run beside each other: the longer one around the shorter one', () => {
    const layout = layOutWires([back('long', fifth, first), back('short', fourth, second)], cards)
    expect(layout.get('short')?.drop).toBe(0)
    expect(layout.get('long')?.drop).toBeGreaterThanOrEqual(14)
  })

  test('stay at their height where they do not meet', () => {
    const layout = layOutWires([back('left', second, first), back('right', fifth, fourth)], cards)
    expect([layout.get('left')?.drop, layout.get('right')?.drop]).toEqual([0, 0])
  })

  test('run below the cards in their way', () => {
    const tall = { ...second, height: 260 }
    const wire = back('loop', third, first)
    const place = layOutWires([wire], [first, tall, third]).get('loop')
    expect(routePath(wire.ends, place ?? { drop: 0, label: undefined }).labelY).toBeGreaterThan(260)
  })

  test('what is nobody’s way and has no name is drawn as usual', () => {
    const plain = { ...sideBySide(['x'])[0], id: 'plain', name: '' } as Wire
    expect(layOutWires([plain], [source, target]).size).toBe(0)
  })
})

describe('long wires', () => {
  const cards = row(3)
  const onward = (id: string, from: Box): Wire => {
    const ends = { sourceX: from.x + 261, sourceY: from.y + 28, targetX: 1015, targetY: 28 }
    return { id, ends, name: '', needsName: false }
  }

  test('go round below the cards in their way, beside each other', () => {
    const wires = cards.map((card, index) => onward(`w${index}`, card))
    const layout = layOutWires(wires, cards)
    const heights = ['w0', 'w1'].map((id) => layout.get(id)?.drop ?? 0)
    expect(heights.every((drop) => drop > 92 - 28)).toBe(true)
    expect(Math.abs((heights[0] ?? 0) - (heights[1] ?? 0))).toBeGreaterThanOrEqual(14)
    expect(layout.has('w2')).toBe(false)
  })

  test('stay level until they end where only the way up is blocked', () => {
    const low = { x: 0, y: 300, width: 256, height: 92 }
    const ends = { sourceX: 261, sourceY: 328, targetX: 1015, targetY: 28 }
    const wire = { id: 'low', ends, name: '', needsName: false }
    expect(layOutWires([wire], [...cards, low]).get('low')?.drop).toBe(1)
  })

  test('go round to any step, and short ones never', () => {
    const skip = {
      id: 'skip',
      ends: { sourceX: 261, sourceY: 28, targetX: 675, targetY: 28 },
      name: '',
      needsName: false,
    }
    const next = { ...skip, id: 'next', ends: { ...skip.ends, targetX: 335 } }
    const layout = layOutWires([skip, next], cards)
    expect(layout.get('skip')?.drop).toBeGreaterThan(92 - 28)
    expect(layout.has('next')).toBe(false)
  })

  test('stay a curve where nothing is in their way', () => {
    expect(layOutWires([onward('w', row(1)[0] ?? source)], row(1)).size).toBe(0)
  })

  test('of very many only the first go round, so that a large agent is laid out with few looks', () => {
    let looks = 0
    const grid = Array.from({ length: 1000 }, (_, index): Box => {
      const x = (index % 32) * 340
      // Whoever asks whether something meets this card reads where it stands.
      return {
        get x() {
          looks += 1
          return x
        },
        ...{ y: Math.floor(index / 32) * 160, width: 256, height: 92 },
      }
    })
    const ends = { targetX: 32 * 340 - 5, targetY: 28 }
    const wires = grid.map(({ x, y }, index): Wire => {
      const from = { sourceX: x + 261, sourceY: y + 28 }
      return { id: `w${index}`, ends: { ...from, ...ends }, name: '', needsName: false }
    })
    looks = 0
    const layout = layOutWires(wires, grid)
    expect(layout.size).toBe(50)
    expect(layout.has('w0')).toBe(true)
    expect(looks).toBeLessThan(grid.length * 100)
  })
})
