import { AgentError } from '../errors/AgentError.ts'
import { isJsonObject } from './isJsonObject.ts'
import type { Json } from './Json.ts'
import { joinPath } from './jsonPath.ts'

/** Levels of nesting beyond which a value is refused: structured clone and checkpoints fail on deeper ones. */
export const MAX_DEPTH = 100
/** Values (leaves and containers) beyond which a value is refused: repeated references can multiply without end. */
export const MAX_VALUES = 5_000_000

interface Walk {
  readonly ancestors: Set<object>
  count: number
}

/**
 * A deep copy of `value` as plain JSON, such that `JSON.parse(JSON.stringify(copy))` equals the copy: what a run holds
 * live is then what a reload brings back. Keys with `undefined` are dropped, `undefined` in a list becomes `null`,
 * `-0` becomes `0`. Objects that look like another library's markers (`{ lc: 1 … }`) stay data.
 *
 * @throws AgentError `run.resultType` that names the path of what JSON cannot hold: NaN and infinities, BigInt,
 * functions, symbols, cycles, dates, maps and other class instances, a `__proto__` key, more than 100 levels.
 */
export function normalizeJson(value: unknown, path = 'value'): Json {
  return copy(value, path, { ancestors: new Set(), count: 0 })
}

function copy(value: unknown, path: string, walk: Walk): Json {
  walk.count += 1
  if (walk.count > MAX_VALUES) throw refuse(path, `more than ${MAX_VALUES.toLocaleString('en')} values`)
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      if (!Number.isFinite(value)) throw refuse(path, `${value}`, 'Use a finite number or null.')
      return value === 0 ? 0 : value
    case 'undefined':
      return null
    case 'object':
      return value === null ? null : copyContainer(value, path, walk)
    case 'bigint':
      throw refuse(path, 'a BigInt', 'Use a number or a string.')
    case 'function':
    case 'symbol':
      throw refuse(path, `a ${typeof value}`)
  }
}

function copyContainer(value: object, path: string, walk: Walk): Json {
  if (walk.ancestors.has(value)) throw refuse(path, 'a reference to itself (a cycle)')
  if (walk.ancestors.size >= MAX_DEPTH) throw refuse(path, `more than ${MAX_DEPTH} levels of nesting`)
  walk.ancestors.add(value)
  const result = Array.isArray(value) ? copyList(value, path, walk) : copyObject(value, path, walk)
  walk.ancestors.delete(value)
  return result
}

function copyList(list: readonly unknown[], path: string, walk: Walk): Json {
  // Array.from also visits the holes of a sparse list.
  return Array.from(list, (item, index) => copy(item, joinPath(path, index), walk))
}

function copyObject(value: object, path: string, walk: Walk): Json {
  if (!isJsonObject(value)) throw refuse(path, describeInstance(value), hintFor(value))
  const result: Record<string, Json> = {}
  for (const [key, item] of Object.entries(value)) {
    if (key === '__proto__') throw refuse(path, 'a key named __proto__')
    if (item !== undefined) result[key] = copy(item, joinPath(path, key), walk)
  }
  return result
}

function describeInstance(value: object): string {
  const name = Object.getPrototypeOf(value)?.constructor?.name
  return typeof name === 'string' && name !== '' ? `an instance of ${name}` : 'an instance of a class'
}

function hintFor(value: object): string {
  return value instanceof Date ? 'Use its toISOString().' : 'Use a plain object or a list.'
}

function refuse(path: string, what: string, hint = ''): AgentError {
  const message = `${path} is ${what}, which JSON cannot hold.${hint === '' ? '' : ` ${hint}`}`
  return new AgentError('run.resultType', message, { path })
}
