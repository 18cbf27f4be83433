import { type BinaryOperator, binaryOperators } from './Expression.ts'

/**
 * How tightly operators hold their operands: a higher number binds first. `??` binds like a suffix, since in
 * `score ?? 0 > 3` people mean the score, or 0 where there is none.
 */
export const strength = {
  choice: 1,
  or: 2,
  and: 3,
  not: 4,
  compare: 5,
  add: 6,
  multiply: 7,
  negate: 8,
  coalesce: 9,
} as const

const strengths: Readonly<Record<BinaryOperator, number>> = {
  '??': strength.coalesce,
  or: strength.or,
  and: strength.and,
  '==': strength.compare,
  '!=': strength.compare,
  '<': strength.compare,
  '<=': strength.compare,
  '>': strength.compare,
  '>=': strength.compare,
  in: strength.compare,
  'not in': strength.compare,
  contains: strength.compare,
  startsWith: strength.compare,
  endsWith: strength.compare,
  matches: strength.compare,
  '+': strength.add,
  '-': strength.add,
  '*': strength.multiply,
  '/': strength.multiply,
  '%': strength.multiply,
}

const operators: ReadonlySet<string> = new Set(binaryOperators)

/** True for a word or sign that stands between two values. */
export function isBinaryOperator(word: string): word is BinaryOperator {
  return operators.has(word)
}

/** The strength of an operator between two values. */
export function strengthOf(operator: BinaryOperator): number {
  return strengths[operator]
}
