import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AgentError } from '../errors/AgentError.ts'
import { MAX_DEPTH, MAX_VALUES } from './copyJson.ts'
import { formatBytes } from './formatBytes.ts'
import { isJson } from './isJson.ts'
import { jsonPath } from './jsonPath.ts'
import { normalizeJson } from './normalizeJson.ts'
import { parseJson } from './parseJson.ts'
import { utf8Length } from './utf8Length.ts'

class Point {
  x = 1
}

function nested(levels: number): unknown {
  let value: unknown = 0
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value }
  return value
}

describe('normalizeJson', () => {
  test('what it accepts is the same after a reload', () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withSparseArray: true, withBigInt: true, withDate: true }),
        (value) => {
          let copy: unknown
          try {
            copy = normalizeJson(value)
          } catch (error) {
            expect(AgentError.isInstance(error) && error.code).toBe('run.resultType')
            return
          }
          expect(JSON.parse(JSON.stringify(copy))).toStrictEqual(copy)
          expect(structuredClone(copy)).toStrictEqual(copy)
          expect(isJson(copy)).toBe(true)
          expect(normalizeJson(copy)).toStrictEqual(copy)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('changes only what JSON has no word for', () => {
    const value = { a: -0, b: undefined, c: [undefined, ...Array(1), 1], d: { [Symbol('s')]: 1 } }
    expect(normalizeJson(value)).toStrictEqual({ a: 0, c: [null, null, 1], d: {} })
    expect(normalizeJson(undefined)).toBe(null)
  })

  test("another library's markers stay data", () => {
    const marker = { lc: 1, type: 'constructor', id: ['langchain_core', 'messages', 'AIMessage'], kwargs: {} }
    expect(normalizeJson(marker)).toStrictEqual(marker)
  })

  test('is a copy: later changes of the original do not reach it', () => {
    const original = { list: [1] }
    const copy = normalizeJson(original)
    original.list.push(2)
    expect(copy).toStrictEqual({ list: [1] })
  })

  test('an object that stands in two places is no cycle', () => {
    const shared = { a: 1 }
    expect(normalizeJson([shared, shared])).toStrictEqual([{ a: 1 }, { a: 1 }])
  })

  const cycle: { self?: unknown } = {}
  cycle.self = [cycle]

  test.each<[string, unknown, string, string]>([
    ['NaN', { a: [Number.NaN] }, 'update.a[0]', 'is NaN'],
    ['infinity', Number.NEGATIVE_INFINITY, 'update', '-Infinity'],
    ['a BigInt', { n: 1n }, 'update.n', 'a bigint'],
    ['a function', [() => 1], 'update[0]', 'a function'],
    ['a symbol', Symbol('x'), 'update', 'a symbol'],
    ['a cycle', cycle, 'update.self[0]', 'a cycle'],
    ['a date', { at: new Date(0) }, 'update.at', 'toISOString'],
    ['a map', new Map(), 'update', 'an instance of Map'],
    ['bytes', new Uint8Array(1), 'update', 'an instance of Uint8Array'],
    ['an instance', { 'a b': new Point() }, 'update["a b"]', 'an instance of Point'],
    [
      'an instance without a name',
      Object.create(Object.create(Object.create(null))),
      'update',
      'an instance of a class',
    ],
    ['a prototype', JSON.parse('{"x":{"__proto__":{"isAdmin":true}}}'), 'update.x', '__proto__'],
    ['101 levels', nested(MAX_DEPTH + 1), 'update', `more than ${MAX_DEPTH} levels`],
  ])('refuses %s, and says where it stands', (_name, value, path, words) => {
    expect(() => normalizeJson(value, 'update')).toThrow(
      expect.objectContaining({ code: 'run.resultType', message: expect.stringContaining(words) }),
    )
    expect(() => normalizeJson(value, 'update')).toThrow(
      expect.objectContaining({ path: expect.stringMatching(startsWith(path)) }),
    )
  })

  test('takes 100 levels', () => {
    expect(normalizeJson(nested(MAX_DEPTH))).toStrictEqual(nested(MAX_DEPTH))
  })

  test('refuses values that multiply by repeated reference', () => {
    let value: unknown = 'ha'
    for (let level = 0; level < 40; level += 1) value = [value, value]
    expect(() => normalizeJson(value)).toThrow(`more than ${MAX_VALUES} values`)
  })
})

/** A pattern for texts that begin with `text`. */
function startsWith(text: string): RegExp {
  return new RegExp(`^${text.replaceAll(/[[\]".]/g, '\\$&')}`)
}

describe('isJson', () => {
  test('agrees with a round trip', () => {
    expect([null, 0, '', [], {}, { a: undefined }, nested(MAX_DEPTH)].every(isJson)).toBe(true)
    expect([undefined, Number.NaN, 1n, [undefined], new Point(), nested(MAX_DEPTH + 1)].some(isJson)).toBe(false)
  })

  test('ends at a cycle', () => {
    const cycle: unknown[] = []
    cycle.push(cycle)
    expect(isJson(cycle)).toBe(false)
  })
})

describe('parseJson', () => {
  test('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        fc.pre(!/"(__proto__|constructor|prototype)"/.test(text))
        expect(parseJson(text)).toStrictEqual(JSON.parse(text))
      }),
    )
  })

  test('keeps to limits of its caller', () => {
    expect(() => parseJson('[[]]', { maxDepth: 1 })).toThrow(expect.objectContaining({ code: 'import.tooDeep' }))
    expect(() => parseJson('"äää"', { maxBytes: 7 })).toThrow(expect.objectContaining({ code: 'import.tooLarge' }))
    expect(parseJson('"äää"', { maxBytes: 8, maxDepth: 0 })).toBe('äää')
  })

  test('brackets in texts are no depth', () => {
    expect(parseJson(JSON.stringify(['['.repeat(500), '\\"[['.repeat(200)]))).toHaveLength(2)
  })
})

test('utf8Length counts the bytes that encoding would give', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length)
    }),
  )
})

test.each([
  [12, '12 bytes'],
  [1_449, '1.4 kB'],
  [20_000_000, '20 MB'],
])('formatBytes(%i) is %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text)
})

test.each<[PropertyKey[], string]>([
  [[], ''],
  [['config', 'routes', 1, 'name'], 'config.routes[1].name'],
  [['layout', 'a b', '0'], 'layout["a b"].0'],
])('jsonPath(%j) is %s', (parts, path) => {
  expect(jsonPath(parts)).toBe(path)
})
