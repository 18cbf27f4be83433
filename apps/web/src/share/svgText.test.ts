import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSvgText, writeSvgText } from './svgText.ts'

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1">\n<rect width="1" height="1"/>\n</svg>\n'

test('whatever an agent says, it is read again', () => {
  fc.assert(
    fc.property(fc.json(), fc.string({ unit: 'binary' }), (json, text) => {
      const agent = JSON.stringify({ text, json })
      expect(JSON.parse(readSvgText(writeSvgText(drawing, agent)) ?? '')).toEqual({ text, json })
    }),
  )
})

test('what looks like the end of the element, or like an entity, is a text like any other', () => {
  for (const text of ['</petal:agent></metadata>', '&amp;&lt;&#65;', ']]>', '<!-- -->']) {
    expect(readSvgText(writeSvgText(drawing, text))).toBe(text)
  }
})

test('a drawing without an agent has none, and other metadata is not taken for one', () => {
  expect(readSvgText(drawing)).toBeUndefined()
  expect(readSvgText('<svg><metadata><agent>{}</agent></metadata></svg>')).toBeUndefined()
  expect(readSvgText('no drawing at all')).toBeUndefined()
})
