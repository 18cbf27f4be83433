import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Box } from '../../editor/cardSize.ts'
import { touches } from '../../editor/touches.ts'
import { createBoxIndex } from './createBoxIndex.ts'

const side = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 900 }) }, fc.constantFrom(200_000, 20_000_000))
const corner = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: -2000, max: 2000 }) }, fc.constantFrom(-1e7, 1e7))
const anyBox: fc.Arbitrary<Box> = fc.record({ x: corner, y: corner, width: side, height: side })

test('finds something in the way exactly where looking at every box would, however wide they are', () => {
  fc.assert(
    fc.property(fc.array(anyBox, { maxLength: 12 }), anyBox, fc.constantFrom(0, 8, 40), (boxes, wanted, space) => {
      const found = createBoxIndex(boxes).find(wanted, space)
      expect(found !== undefined).toBe(boxes.some((box) => touches(box, wanted, space)))
      if (found) expect(touches(found, wanted, space)).toBe(true)
    }),
  )
})

test('finds all that are near, each once, exactly as looking at every box would', () => {
  fc.assert(
    fc.property(fc.array(anyBox, { maxLength: 12 }), anyBox, fc.constantFrom(0, 8, 900), (boxes, wanted, space) => {
      const near = createBoxIndex(boxes).near(wanted, space)
      expect(new Set(near)).toEqual(new Set(boxes.filter((box) => touches(box, wanted, space))))
      expect(near).toHaveLength(new Set(near).size)
    }),
  )
})
