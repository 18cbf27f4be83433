import { t } from '../language/t.ts'
import type { VariableReference } from '../templates/Template.ts'
import type { TextProblem } from '../templates/TextProblem.ts'
import type { Expression, ExpressionNode } from './Expression.ts'
import { SyntaxFault } from './ExpressionFault.ts'
import { parseOperation } from './parseOperation.ts'
import { collectReferences, guessReferences } from './referencesOf.ts'
import { TokenReader } from './TokenReader.ts'
import { tokenizeExpression } from './tokenizeExpression.ts'

/** Longest expression, in characters. */
const MAX_LENGTH = 20_000

/**
 * Parses an expression: a language of values only. It has variables with paths, literals, comparison, `and or not`,
 * arithmetic, `a ? b : c`, lists, objects and a fixed table of functions; no methods, no assignments, no loops.
 * Never throws: the first mistake is in `problems`, with its place and, where one click mends it, a fix.
 *
 * @example parseExpression('score >= 8 and notes is not empty').problems // []
 */
export function parseExpression(text: string): Expression {
  try {
    const node = parseWhole(text)
    return { text, node, references: collectReferences(node), problems: [] }
  } catch (fault) {
    if (!(fault instanceof SyntaxFault)) throw fault
    return faulty(text, fault.problem)
  }
}

function parseWhole(text: string): ExpressionNode {
  if (text.length > MAX_LENGTH) {
    const message = t('The expression has {count} characters; {maxLength} are allowed.', {
      count: text.length,
      maxLength: MAX_LENGTH,
    })
    throw new SyntaxFault({ message, start: 0, end: text.length })
  }
  const reader = new TokenReader(tokenizeExpression(text))
  if (reader.peek().kind === 'end') {
    throw new SyntaxFault({ message: t('The expression is empty.'), start: 0, end: text.length })
  }
  const node = parseOperation({ reader, depth: 0, budget: { nodes: 0 }, parse: parseOperation }, 0)
  if (reader.peek().kind !== 'end') throw reader.unexpected(t('An operator is missing'))
  return node
}

function faulty(text: string, problem: TextProblem): Expression {
  const references: readonly VariableReference[] = text.length > MAX_LENGTH ? [] : guessReferences(text)
  return { text, node: undefined, references, problems: [problem] }
}
