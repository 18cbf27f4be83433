import { Overwrite, Send } from '@langchain/langgraph'
import { DeltaSnapshot } from '@langchain/langgraph-checkpoint'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeValue, encodeValue } from './checkpointCodec.ts'

const again = (value: unknown) => decodeValue(encodeValue(value))

test('plain JSON comes back as it was, whatever its keys look like', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom('$', '$$', '$x', '__proto__'), (value, key) => {
      const data = Object.fromEntries([[key, value]])
      expect(again(data)).toEqual(data)
    }),
  )
})

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 0, 1.5])('the number %d', (number) => {
  expect(again({ number })).toEqual({ number })
})

test('what JSON has no word for', () => {
  expect(again([undefined, { a: undefined }])).toEqual([undefined, { a: undefined }])
})

describe('what the engine keeps', () => {
  test('a send is one again, with its arguments', () => {
    const send = again(new Send('node', { item: Number.NaN }))
    expect(send).toBeInstanceOf(Send)
    expect(send).toMatchObject({ node: 'node', args: { item: Number.NaN } })
  })

  test('a snapshot is one again', () => {
    expect(again(new DeltaSnapshot([1, -0]))).toEqual(new DeltaSnapshot([1, -0]))
  })

  test('an overwrite is what the engine reads it by', () => {
    expect(again(new Overwrite([1]))).toEqual({ ...new Overwrite([1]) })
  })

  test('a fault is its name and its words', () => {
    expect(again(new TypeError('no good'))).toEqual({ name: 'TypeError', message: 'no good' })
  })
})

test.each([() => undefined, Symbol('s'), 1n, new Date(0), new Map(), { deep: [new Set()] }])(
  'what cannot come back the same does not go in: %s',
  (value) => {
    expect(() => encodeValue(value)).toThrow(expect.objectContaining({ code: 'run.resultType' }))
  },
)

test.each([undefined, 3, '', '{', '{"$":"function"}', '['.repeat(3000) + ']'.repeat(3000)])(
  'a text that nothing was written as is damaged: %.20s',
  (text) => {
    expect(() => decodeValue(text)).toThrow(expect.objectContaining({ code: 'storage.damaged' }))
  },
)
