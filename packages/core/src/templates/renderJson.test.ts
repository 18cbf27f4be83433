import { expect, test } from 'vitest'
import type { Json } from '../json/Json.ts'
import { renderJson } from './renderJson.ts'

const scope = { topic: 'tea', limit: 3, tags: ['a', 'b'], nothing: null }

test.each<[string, Json, Json]>([
  ['texts are filled in, wherever they stand', { q: ['about {topic}'] }, { q: ['about tea'] }],
  ['a text that is one variable becomes its value', { a: '{limit}', b: ' {tags} ' }, { a: 3, b: ['a', 'b'] }],
  ['what is no text stays', [1, true, null], [1, true, null]],
  ['a value cannot break out of its place', '{topic}", "x": "{limit}', 'tea", "x": "3'],
])('%s', (_name, value, expected) => {
  expect(renderJson(value, scope)).toEqual(expected)
})

test.each(['{nothing}', '{unknown}'])('%s is a fault with its place, or null where that is asked for', (text) => {
  const place = { path: 'config.json' }
  expect(() => renderJson({ list: [text] }, scope, place)).toThrow(
    expect.objectContaining({ code: 'template.missing', path: 'config.json.list[0]' }),
  )
  expect(renderJson({ list: [text] }, scope, place, 'null')).toEqual({ list: [null] })
  expect(() => renderJson(`and ${text}`, scope, place, 'null')).toThrow(/no value|unknown|nothing/)
})
