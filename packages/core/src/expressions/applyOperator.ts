import type { Json } from '../json/Json.ts'
import { word } from '../language/word.ts'
import { isList, isRecord } from '../templates/resolvePath.ts'
import { toPromptText } from '../templates/toPromptText.ts'
import type { BinaryOperator } from './Expression.ts'
import { TypeFault } from './ExpressionFault.ts'
import { equalJson } from './equalJson.ts'
import { matchesGlob } from './matchesGlob.ts'
import { typeName } from './typeName.ts'

/** Operators whose right side is worked out only when it is needed; the evaluator does these itself. */
export type LazyOperator = '??' | 'and' | 'or'

type Operation = (left: Json, right: Json) => Json

const operations: Readonly<Record<Exclude<BinaryOperator, LazyOperator>, Operation>> = {
  '==': equalJson,
  '!=': (left, right) => !equalJson(left, right),
  '<': (left, right) => compare('<', left, right) < 0,
  '<=': (left, right) => compare('<=', left, right) <= 0,
  '>': (left, right) => compare('>', left, right) > 0,
  '>=': (left, right) => compare('>=', left, right) >= 0,
  in: (left, right) => contains('in', right, left),
  'not in': (left, right) => !contains('not in', right, left),
  contains: (left, right) => contains('contains', left, right),
  startsWith: (left, right) => text('startsWith', left).startsWith(text('startsWith', right)),
  endsWith: (left, right) => text('endsWith', left).endsWith(text('endsWith', right)),
  matches: (left, right) => matchesGlob(text('matches', left), text('matches', right)),
  '+': add,
  '-': (left, right) => finite('-', number('-', left) - number('-', right)),
  '*': (left, right) => finite('*', number('*', left) * number('*', right)),
  '/': (left, right) => finite('/', number('/', left) / divisor('/', right)),
  '%': (left, right) => finite('%', number('%', left) % divisor('%', right)),
}

/** Works out one operation. Throws a `TypeFault` when the values do not suit it. */
export function applyOperator(operator: Exclude<BinaryOperator, LazyOperator>, left: Json, right: Json): Json {
  return operations[operator](left, right)
}

/** Numbers by size, texts by character code: the same order on every machine. */
function compare(operator: string, left: Json, right: Json): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : Number(left > right)
  throw new TypeFault(
    word(
      '{operator} compares two numbers or two texts, not {left} with {right}. Use number(…) to read a number from a text.',
      { operator, left: typeName(left), right: typeName(right) },
    ),
  )
}

function contains(operator: string, whole: Json, part: Json): boolean {
  if (isList(whole)) return whole.some((item) => equalJson(item, part))
  if (typeof whole === 'string') return whole.includes(text(operator, part))
  if (isRecord(whole)) return Object.hasOwn(whole, text(operator, part))
  throw new TypeFault(
    word('{operator} looks in a list, a text or the keys of an object, not in {whole}.', {
      operator,
      whole: typeName(whole),
    }),
  )
}

function add(left: Json, right: Json): Json {
  if (typeof left === 'number' && typeof right === 'number') return finite('+', left + right)
  if (isList(left) && isList(right)) return [...left, ...right]
  if (typeof left === 'string' || typeof right === 'string') {
    const [first, second] = [toPromptText(left), toPromptText(right)]
    if (first !== undefined && second !== undefined) return first + second
  }
  throw new TypeFault(
    word('+ adds numbers, joins texts or joins lists; it cannot add {right} to {left}.', {
      right: typeName(right),
      left: typeName(left),
    }),
  )
}

function number(operator: string, value: Json): number {
  if (typeof value === 'number') return value
  throw new TypeFault(
    word('{operator} needs numbers, not {value}. Use number(…) to read a number from a text.', {
      operator,
      value: typeName(value),
    }),
  )
}

function divisor(operator: string, value: Json): number {
  const by = number(operator, value)
  if (by === 0) throw new TypeFault(word('A number cannot be divided by zero.'))
  return by
}

function finite(operator: string, value: number): number {
  // Adding 0 turns -0, which JSON does not know, into 0.
  if (Number.isFinite(value)) return value + 0
  throw new TypeFault(word('The result of {operator} is too large.', { operator }))
}

function text(operator: string, value: Json): string {
  if (typeof value === 'string') return value
  throw new TypeFault(word('{operator} needs a text here, not {value}.', { operator, value: typeName(value) }))
}
