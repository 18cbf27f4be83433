import { t } from '../language/t.ts'
import type { BinaryOperator, ExpressionNode } from './Expression.ts'
import { SyntaxFault } from './ExpressionFault.ts'
import { countPart, descend, type ParseState } from './ParseState.ts'
import { parseOperand } from './parseOperand.ts'
import { isBinaryOperator, strength, strengthOf } from './precedence.ts'
import type { TokenReader } from './TokenReader.ts'

/** Parses operators that bind tighter than `floor` (Pratt's way: an operand, then every operator strong enough). */
export function parseOperation(state: ParseState, floor: number): ExpressionNode {
  const deeper = descend(state)
  let left = parseOperand(deeper)
  for (;;) {
    countPart(state)
    const more = parseRest(deeper, left, floor)
    if (more === undefined) return left
    left = more
  }
}

/** The operation that begins with `left`, when an operator stronger than `floor` comes next. */
function parseRest(state: ParseState, left: ExpressionNode, floor: number): ExpressionNode | undefined {
  const { reader } = state
  if (reader.isAt('sign', '?')) return floor >= strength.choice ? undefined : parseChoice(state, left)
  if (reader.isAt('name', 'is')) return floor >= strength.compare ? undefined : parseEmpty(state, left)
  const operator = peekOperator(reader)
  if (operator === undefined) return undefined
  const own = strengthOf(operator)
  if (own <= floor) return undefined
  reader.next()
  if (operator === 'not in') reader.next()
  const right = parseOperation(state, own)
  if (own === strength.compare) refuseChain(reader)
  return { kind: 'binary', operator, left, right, start: left.start, end: right.end }
}

function peekOperator(reader: TokenReader): BinaryOperator | undefined {
  const token = reader.peek()
  if (reader.isAt('name', 'not') && reader.isAt('name', 'in', 1)) return 'not in'
  if (token.kind !== 'sign' && token.kind !== 'name') return undefined
  return isBinaryOperator(token.value) ? token.value : undefined
}

function parseChoice(state: ParseState, test: ExpressionNode): ExpressionNode {
  const { reader } = state
  reader.next()
  const whenTrue = parseOperation(state, 0)
  reader.expect(':', t('the first choice'))
  const whenFalse = parseOperation(state, 0)
  return { kind: 'choice', test, whenTrue, whenFalse, start: test.start, end: whenFalse.end }
}

function parseEmpty(state: ParseState, operand: ExpressionNode): ExpressionNode {
  const { reader } = state
  reader.next()
  const negated = reader.isAt('name', 'not')
  if (negated) reader.next()
  if (!reader.isAt('name', 'empty')) throw reader.unexpected(t('is must be followed by empty or not empty'))
  const { end } = reader.next()
  refuseChain(reader)
  return { kind: 'empty', operand, negated, start: operand.start, end }
}

/** `1 < x < 5` would compare a yes or no with 5: refused, since nobody means it. */
function refuseChain(reader: TokenReader): void {
  const operator = peekOperator(reader)
  const chained = reader.isAt('name', 'is') || (operator !== undefined && strengthOf(operator) === strength.compare)
  if (!chained) return
  const { start, end } = reader.peek()
  throw new SyntaxFault({ message: t('Comparisons cannot be chained. Join two of them with and.'), start, end })
}
