import type { Json } from '../json/Json.ts'
import { word } from '../language/word.ts'
import { isList, isRecord } from '../templates/resolvePath.ts'
import { type ExpressionFunction, expectArgument as expect, wrongKind } from './ExpressionFunction.ts'

/** Functions that work on lists and objects; some take texts too. */
export const listFunctions: readonly ExpressionFunction[] = [
  {
    name: 'length',
    signature: 'length(value)',
    description: 'The number of items of a list, characters of a text, or keys of an object.',
    arity: [1, 1],
    apply: ([value]) => {
      if (typeof value === 'string') return [...value].length
      if (isList(value)) return value.length
      if (isRecord(value)) return Object.keys(value).length
      throw wrongKind('length', word('a list, a text or an object'), value)
    },
  },
  {
    name: 'first',
    signature: 'first(list)',
    description: 'The first item of a list or character of a text; null when it is empty.',
    arity: [1, 1],
    apply: ([value]) => itemsOf('first', value)[0] ?? null,
  },
  {
    name: 'last',
    signature: 'last(list)',
    description: 'The last item of a list or character of a text; null when it is empty.',
    arity: [1, 1],
    apply: ([value]) => itemsOf('last', value).at(-1) ?? null,
  },
  {
    name: 'slice',
    signature: 'slice(value, start, end?)',
    description: 'Part of a list or text, from start up to end; negative numbers count from the end.',
    arity: [2, 3],
    apply: ([value, start, end]) => {
      const items = itemsOf('slice', value)
      const part = items.slice(
        expect.number('slice', start),
        end === undefined ? undefined : expect.number('slice', end),
      )
      return typeof value === 'string' ? part.join('') : part
    },
  },
  {
    name: 'reverse',
    signature: 'reverse(list)',
    description: 'The list from its end to its start.',
    arity: [1, 1],
    apply: ([value]) => expect.list('reverse', value).toReversed(),
  },
  {
    name: 'unique',
    signature: 'unique(list)',
    description: 'The list without repeated items.',
    arity: [1, 1],
    apply: ([value]) => {
      const seen = new Set<string>()
      return expect.list('unique', value).filter((item) => {
        const key = stableText(item)
        return !seen.has(key) && seen.add(key) !== undefined
      })
    },
  },
  {
    name: 'keys',
    signature: 'keys(object)',
    description: 'The keys of an object, as a list.',
    arity: [1, 1],
    apply: ([value]) => Object.keys(expect.object('keys', value)),
  },
  {
    name: 'values',
    signature: 'values(object)',
    description: 'The values of an object, as a list.',
    arity: [1, 1],
    apply: ([value]) => Object.values(expect.object('values', value)).map((item) => item ?? null),
  },
]

function itemsOf(name: string, value: Json | undefined): readonly Json[] {
  if (typeof value === 'string') return [...value]
  if (isList(value)) return value
  throw wrongKind(name, word('a list or a text'), value)
}

/** JSON with sorted keys, so that equal values give equal texts. */
function stableText(value: Json): string {
  return JSON.stringify(value, (_, inner: Json) =>
    isRecord(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  )
}
