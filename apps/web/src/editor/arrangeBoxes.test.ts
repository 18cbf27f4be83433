import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Alignment, type ArrangedBox, alignBoxes, alignments, distributeBoxes } from './arrangeBoxes.ts'

const coordinate = fc.integer({ min: -5000, max: 5000 })
const size = fc.integer({ min: 20, max: 400 })
const card = fc.record({ x: coordinate, y: coordinate, width: size, height: size, fixed: fc.boolean() })
const loose = fc
  .array(card, { minLength: 2, maxLength: 12 })
  .map((cards) => cards.map((one, index): ArrangedBox => ({ ...one, id: `c${index}`, fixed: false })))
const some = fc
  .array(card, { minLength: 2, maxLength: 12 })
  .map((cards) => cards.map((one, index): ArrangedBox => ({ ...one, id: `c${index}` })))
const direction = fc.constantFrom('horizontally' as const, 'vertically' as const)

type Places = ReturnType<typeof alignBoxes>

function put(boxes: readonly ArrangedBox[], places: Places): readonly ArrangedBox[] {
  return boxes.map((box) => {
    const place = places[box.id]
    return place ? { ...box, x: place[0], y: place[1] } : box
  })
}

function lineOf({ x, y, width, height }: ArrangedBox, alignment: Alignment): number {
  const lines = { left: x, centre: x + width / 2, right: x + width, top: y, middle: y + height / 2, bottom: y + height }
  return lines[alignment]
}

describe('aligning', () => {
  test('puts cards on the line of the outermost', () => {
    const boxes = [
      { id: 'a', x: 0, y: 10, width: 100, height: 50 },
      { id: 'b', x: 40, y: 200, width: 60, height: 90 },
    ]
    expect(alignBoxes(boxes, 'left')).toEqual({ b: [0, 200] })
    expect(alignBoxes(boxes, 'right')).toEqual({})
    expect(alignBoxes(boxes, 'centre')).toEqual({ b: [20, 200] })
    expect(alignBoxes(boxes, 'bottom')).toEqual({ a: [0, 240] })
  })

  test('takes the line from what is fixed', () => {
    const boxes = [
      { id: 'a', x: 0, y: 0, width: 100, height: 50 },
      { id: 'b', x: 40, y: 200, width: 60, height: 90, fixed: true },
    ]
    expect(alignBoxes(boxes, 'left')).toEqual({ a: [40, 0] })
  })

  test('brings whatever is loose onto one line, moves it across only, and changes nothing the second time', () => {
    fc.assert(
      fc.property(loose, fc.constantFrom(...alignments), (boxes, alignment) => {
        const after = put(boxes, alignBoxes(boxes, alignment))
        const lines = after.map((box) => lineOf(box, alignment))
        expect(Math.max(...lines) - Math.min(...lines)).toBeLessThanOrEqual(1)
        const isAcross = ['left', 'centre', 'right'].includes(alignment)
        for (const [index, box] of after.entries()) {
          expect(isAcross ? box.y : box.x).toBe(isAcross ? boxes[index]?.y : boxes[index]?.x)
        }
        if (!['centre', 'middle'].includes(alignment)) expect(alignBoxes(after, alignment)).toEqual({})
      }),
    )
  })

  test('never moves what is fixed', () => {
    fc.assert(
      fc.property(some, fc.constantFrom(...alignments), (boxes, alignment) => {
        const places = alignBoxes(boxes, alignment)
        expect(boxes.filter(({ id, fixed }) => fixed && places[id])).toEqual([])
      }),
    )
  })
})

describe('distributing', () => {
  test('makes the gaps equal', () => {
    const boxes = [
      { id: 'a', x: 0, y: 0, width: 100, height: 50 },
      { id: 'b', x: 110, y: 7, width: 100, height: 50 },
      { id: 'c', x: 400, y: 0, width: 100, height: 50 },
    ]
    expect(distributeBoxes(boxes, 'horizontally')).toEqual({ b: [200, 7] })
    expect(distributeBoxes(boxes.slice(0, 2), 'horizontally')).toEqual({})
  })

  test('keeps the order, and never moves the outermost or what is fixed', () => {
    fc.assert(
      fc.property(some, direction, (boxes, way) => {
        const places = distributeBoxes(boxes, way)
        expect(boxes.filter(({ id, fixed }) => fixed && places[id])).toEqual([])
        const middle = (box: ArrangedBox) => (way === 'horizontally' ? box.x + box.width / 2 : box.y + box.height / 2)
        const row = [...boxes].sort((a, b) => middle(a) - middle(b))
        const outermost = [middle(row[0] as ArrangedBox), middle(row.at(-1) as ArrangedBox)]
        const after = put(boxes, places)
        expect(after.map(middle).filter((at) => outermost.includes(at)).length).toBeGreaterThanOrEqual(2)
      }),
    )
  })

  test('gives whatever is loose equal gaps', () => {
    fc.assert(
      fc.property(loose, direction, (boxes, way) => {
        const start = (box: ArrangedBox) => (way === 'horizontally' ? box.x : box.y)
        const length = (box: ArrangedBox) => (way === 'horizontally' ? box.width : box.height)
        const middle = (box: ArrangedBox) => start(box) + length(box) / 2
        const order = [...boxes].sort((a, b) => middle(a) - middle(b) || start(a) - start(b)).map(({ id }) => id)
        const after = new Map(put(boxes, distributeBoxes(boxes, way)).map((box) => [box.id, box]))
        const row = order.map((id) => after.get(id) as ArrangedBox)
        const gaps = row
          .slice(1)
          .map((box, index) => start(box) - start(row[index] as ArrangedBox) - length(row[index] as ArrangedBox))
        expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(2)
      }),
    )
  })
})
