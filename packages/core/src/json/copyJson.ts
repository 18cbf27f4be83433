import type { AgentError } from '../errors/AgentError.ts'
import type { Wording } from '../language/Wording.ts'
import { word } from '../language/word.ts'
import { isJsonObject } from './isJsonObject.ts'
import type { Json } from './Json.ts'
import { joinPath } from './jsonPath.ts'

/** Levels of nesting beyond which a value is refused: structured clone and checkpoints fail on deeper ones. */
export const MAX_DEPTH = 100
/** Values (leaves and containers) beyond which a value is refused: repeated references can multiply without end. */
export const MAX_VALUES = 1_000_000

/** Why a value cannot become plain JSON. */
export interface JsonFault {
  readonly kind: 'depth' | 'size' | 'unsafeKey' | 'type'
  readonly path: string
  /** What was found there, to follow "is": `an instance of Date`. */
  readonly what: string | Wording
  /** What to do instead, or empty. */
  readonly hint: string | Wording
}

interface Walk {
  readonly ancestors: Set<object>
  readonly toError: (fault: JsonFault) => AgentError
  count: number
}

/** A deep copy of `value` as plain JSON; throws what `toError` makes of the first value that JSON cannot hold. */
export function copyJson(value: unknown, path: string, toError: (fault: JsonFault) => AgentError): Json {
  return copy(value, path, { ancestors: new Set(), toError, count: 0 })
}

function copy(value: unknown, path: string, walk: Walk): Json {
  walk.count += 1
  if (walk.count > MAX_VALUES) {
    throw walk.toError({
      kind: 'size',
      path,
      what: word('more than {maxValues} values', { maxValues: MAX_VALUES }),
      hint: '',
    })
  }
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      if (!Number.isFinite(value)) throw refuse(walk, path, String(value), word('Use a finite number or null.'))
      return value === 0 ? 0 : value // also turns -0, which JSON cannot hold, into 0
    case 'undefined':
      return null
    case 'object':
      return value === null ? null : copyContainer(value, path, walk)
    default:
      throw refuse(walk, path, word('a {type}', { type: typeof value }), word('Use a plain value.'))
  }
}

function copyContainer(value: object, path: string, walk: Walk): Json {
  if (walk.ancestors.has(value))
    throw refuse(walk, path, word('a reference to itself (a cycle)'), word('Leave it out.'))
  if (walk.ancestors.size >= MAX_DEPTH) {
    throw walk.toError({
      kind: 'depth',
      path,
      what: word('more than {maxDepth} levels of nesting', { maxDepth: MAX_DEPTH }),
      hint: word('Flatten it.'),
    })
  }
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
  if (!isJsonObject(value)) {
    const hint = value instanceof Date ? word('Use its toISOString().') : word('Use a plain object or a list.')
    throw refuse(walk, path, describeInstance(value), hint)
  }
  const result: Record<string, Json> = {}
  for (const [key, item] of Object.entries(value)) {
    if (key === '__proto__') {
      throw walk.toError({
        kind: 'unsafeKey',
        path,
        what: word('an object with a key named __proto__'),
        hint: word('Rename it.'),
      })
    }
    if (item !== undefined) result[key] = copy(item, joinPath(path, key), walk)
  }
  return result
}

function describeInstance(value: object): Wording {
  const name: unknown = value.constructor?.name
  return typeof name === 'string' && name !== ''
    ? word('an instance of {name}', { name })
    : word('an instance of a class')
}

function refuse(walk: Walk, path: string, what: string | Wording, hint: Wording): AgentError {
  return walk.toError({ kind: 'type', path, what, hint })
}
