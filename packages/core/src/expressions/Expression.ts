import type { Json } from '../json/Json.ts'
import type { VariableReference } from '../templates/Template.ts'
import type { TextProblem } from '../templates/TextProblem.ts'

/** Operators between two values, as they are written. */
export const binaryOperators = [
  '??',
  'or',
  'and',
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'in',
  'not in',
  'contains',
  'startsWith',
  'endsWith',
  'matches',
  '+',
  '-',
  '*',
  '/',
  '%',
] as const
export type BinaryOperator = (typeof binaryOperators)[number]

interface Span {
  /** UTF-16 offsets in the expression's text, `end` exclusive. */
  readonly start: number
  readonly end: number
}

/** One node of a parsed expression. */
export type ExpressionNode = Span &
  (
    | { readonly kind: 'literal'; readonly value: Json }
    | { readonly kind: 'variable'; readonly name: string }
    /** `a.b`, `a["b"]` and `a[0]`: a key known before anything runs. */
    | { readonly kind: 'member'; readonly target: ExpressionNode; readonly key: string }
    /** `a[b]`: the key is the value of another expression. */
    | { readonly kind: 'index'; readonly target: ExpressionNode; readonly index: ExpressionNode }
    | { readonly kind: 'unary'; readonly operator: 'not' | '-'; readonly operand: ExpressionNode }
    | {
        readonly kind: 'binary'
        readonly operator: BinaryOperator
        readonly left: ExpressionNode
        readonly right: ExpressionNode
      }
    /** `a is empty`, `a is not empty`. */
    | { readonly kind: 'empty'; readonly operand: ExpressionNode; readonly negated: boolean }
    /** `test ? whenTrue : whenFalse`. */
    | {
        readonly kind: 'choice'
        readonly test: ExpressionNode
        readonly whenTrue: ExpressionNode
        readonly whenFalse: ExpressionNode
      }
    | { readonly kind: 'call'; readonly name: string; readonly args: readonly ExpressionNode[] }
    | { readonly kind: 'list'; readonly items: readonly ExpressionNode[] }
    | { readonly kind: 'object'; readonly entries: readonly ObjectEntry[] }
  )

export interface ObjectEntry {
  readonly key: string
  readonly value: ExpressionNode
}

/** A parsed expression. `node` is there exactly when `problems` is empty. */
export interface Expression {
  readonly text: string
  readonly node: ExpressionNode | undefined
  /** Every variable it names, in the order written; read from the words alone when the expression is faulty. */
  readonly references: readonly VariableReference[]
  readonly problems: readonly TextProblem[]
}
