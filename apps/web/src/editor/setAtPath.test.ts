import type { Json } from '@petal/core/model'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePath, setAtPath } from './setAtPath.ts'

const key = fc.stringMatching(/^[a-zA-Z_][\w-]{0,8}$/)
const path = fc.array(fc.oneof(key, fc.nat({ max: 3 })), { minLength: 1, maxLength: 4 })

describe('parsePath', () => {
  test.each([
    ['config.prompt', ['config', 'prompt']],
    ['config.routes[1].name', ['config', 'routes', 1, 'name']],
    ['list[0][2]', ['list', 0, 2]],
    ['config.headers["a b"].c["x\\"]"]', ['config', 'headers', 'a b', 'c', 'x"]']],
    ['', []],
  ])('%s', (text, parts) => {
    expect(parsePath(text)).toEqual(parts)
  })
})

describe('setAtPath', () => {
  test('what was set is found again at its path', () => {
    fc.assert(
      fc.property(path, fc.integer(), (parts, value) => {
        const set = setAtPath(undefined, parts, value)
        const found = parts.reduce<Json | undefined>((at, part) => read(at, part), set)
        expect(found).toBe(value)
      }),
    )
  })

  test('what is not on the way stays the same object', () => {
    const root = { a: { deep: 1 }, b: [{ x: 1 }, { x: 2 }] }
    const next = setAtPath(root, ['b', 1, 'x'], 9)
    expect(next).toEqual({ a: { deep: 1 }, b: [{ x: 1 }, { x: 9 }] })
    expect(read(next, 'a')).toBe(root.a)
    expect(read(read(next, 'b'), 0)).toBe(root.b[0])
  })

  test.each<[string, Json, (string | number)[], Json]>([
    ['a key', { a: 1, b: 2 }, ['a'], { b: 2 }],
    ['an item', [1, 2, 3], [1], [1, 3]],
    ['something that is not there', { a: 1 }, ['b'], { a: 1 }],
  ])('no value removes %s', (_, root, parts, expected) => {
    expect(setAtPath(root, parts, undefined)).toEqual(expected)
  })

  test('keys keep their order when one of them changes', () => {
    expect(Object.keys(setAtPath({ a: 1, b: 2, c: 3 }, ['b'], 0) ?? {})).toEqual(['a', 'b', 'c'])
  })

  test('a key that reaches a prototype stays a plain key', () => {
    const set = setAtPath({}, ['__proto__', 'polluted'], true)
    expect(JSON.stringify(set)).toBe('{"__proto__":{"polluted":true}}')
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

/** In a list an index past the end is added at the end, as a person adds an item. */
function read(at: Json | undefined, part: string | number): Json | undefined {
  if (Array.isArray(at)) return at[Math.min(Number(part), at.length - 1)]
  return typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined
}
