import { AgentError } from '../errors/AgentError.ts'
import type { Json } from '../json/Json.ts'
import { alsoInEnglish } from '../language/alsoInEnglish.ts'
import type { Wording } from '../language/Wording.ts'
import { word } from '../language/word.ts'
import { lookUp, type Scope } from '../templates/resolvePath.ts'
import { applyOperator } from './applyOperator.ts'
import type { BinaryOperator, Expression, ExpressionNode } from './Expression.ts'
import { TypeFault } from './ExpressionFault.ts'
import { findFunction } from './expressionFunctions.ts'
import { isEmpty, isTruthy } from './isTruthy.ts'
import { parseExpression } from './parseExpression.ts'
import { isNull } from './referencesOf.ts'
import { typeName } from './typeName.ts'

/** Where an expression stands, for the fields of an error. */
export interface ExpressionPlace {
  readonly stepId?: string
  /** Path within the step: `config.rules[0].when`. */
  readonly path?: string
}

interface Evaluation {
  readonly text: string
  readonly scope: Scope
  readonly place: ExpressionPlace
}

/** Longest text an expression may make, in characters. */
const MAX_TEXT = 1_000_000

/**
 * Works out an expression. Pure, bounded in time, and unable to reach anything but the scope's own properties.
 *
 * A variable without a value is an error, except where the expression asks for it: `x is empty`, `x ?? other`,
 * `x == null`.
 *
 * @param expression its text, or what `parseExpression` made of it
 * @throws AgentError `expression.syntax`, `expression.unknownVar` or `expression.type`
 * @example evaluateExpression('price * 2 > 10', { price: 6 }) // true
 */
export function evaluateExpression(expression: string | Expression, scope: Scope, place: ExpressionPlace = {}): Json {
  const parsed = typeof expression === 'string' ? parseExpression(expression) : expression
  const context: Evaluation = { text: parsed.text, scope, place }
  if (parsed.node !== undefined) return evaluate(parsed.node, context)
  const [problem] = parsed.problems
  if (problem === undefined) {
    throw fault('expression.syntax', word('It cannot be read.'), { start: 0, end: parsed.text.length }, context)
  }
  const message = alsoInEnglish(problem.message, () => parseExpression(parsed.text).problems[0]?.message)
  throw fault('expression.syntax', message, problem, context)
}

function evaluate(node: ExpressionNode, context: Evaluation): Json {
  const value = evaluateOptional(node, context)
  if (value === undefined) throw noValue(node, context)
  return value
}

/** Like `evaluate`, but a path that leads to nothing gives `undefined`. */
function evaluateOptional(node: ExpressionNode, context: Evaluation): Json | undefined {
  switch (node.kind) {
    case 'literal':
      return node.value
    case 'variable':
      return lookUp(context.scope, node.name)
    case 'member':
      return lookUp(evaluateOptional(node.target, context), node.key)
    case 'index':
      return lookUp(evaluateOptional(node.target, context), toKey(node.index, context))
    case 'empty':
      return isEmpty(evaluateOptional(node.operand, context)) !== node.negated
    case 'unary':
      return evaluateUnary(node.operator, node.operand, context)
    case 'binary':
      return evaluateBinary(node, context)
    case 'choice':
      return evaluateOptional(isTruthy(evaluate(node.test, context)) ? node.whenTrue : node.whenFalse, context)
    case 'call':
      return evaluateCall(node, context)
    case 'list':
      return node.items.map((item) => evaluate(item, context))
    case 'object':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, evaluate(value, context)]))
    default:
      return node satisfies never
  }
}

function toKey(node: ExpressionNode, context: Evaluation): string {
  const key = evaluate(node, context)
  if (typeof key === 'string') return key
  if (typeof key === 'number' && Number.isInteger(key)) return String(key)
  throw fault(
    'expression.type',
    word('An index is a whole number or a text, not {key}.', { key: typeName(key) }),
    node,
    context,
  )
}

function evaluateUnary(operator: 'not' | '-', operand: ExpressionNode, context: Evaluation): Json {
  const value = evaluate(operand, context)
  if (operator === 'not') return !isTruthy(value)
  if (typeof value === 'number') return 0 - value
  throw fault('expression.type', word('- needs a number, not {value}.', { value: typeName(value) }), operand, context)
}

type BinaryNode = ExpressionNode & { readonly kind: 'binary' }

function evaluateBinary(node: BinaryNode, context: Evaluation): Json | undefined {
  const { operator, left, right } = node
  switch (operator) {
    case '??':
      return evaluateOptional(left, context) ?? evaluateOptional(right, context)
    case 'and':
      return isTruthy(evaluate(left, context)) && isTruthy(evaluate(right, context))
    case 'or':
      return isTruthy(evaluate(left, context)) || isTruthy(evaluate(right, context))
    default: {
      const [first, second] = evaluateSides(operator, left, right, context)
      return guard(node, context, () => applyOperator(operator, first, second))
    }
  }
}

function evaluateSides(
  operator: BinaryOperator,
  left: ExpressionNode,
  right: ExpressionNode,
  context: Evaluation,
): readonly [Json, Json] {
  const asksForNothing = (operator === '==' || operator === '!=') && (isNull(left) || isNull(right))
  if (!asksForNothing) return [evaluate(left, context), evaluate(right, context)]
  return [evaluateOptional(left, context) ?? null, evaluateOptional(right, context) ?? null]
}

function evaluateCall(node: ExpressionNode & { readonly kind: 'call' }, context: Evaluation): Json {
  const called = findFunction(node.name)
  if (called === undefined)
    throw fault('expression.syntax', word('There is no function {name}.', { name: node.name }), node, context)
  const args = node.args.map((argument) => evaluate(argument, context))
  return guard(node, context, () => called.apply(args))
}

/** Runs an operator or a function, gives its fault a place, and refuses a result that has grown too long. */
function guard(node: ExpressionNode, context: Evaluation, work: () => Json): Json {
  try {
    const value = work()
    if (typeof value === 'string' && value.length > MAX_TEXT) {
      throw new TypeFault(word('The text grew longer than {maxText} characters.', { maxText: MAX_TEXT }))
    }
    return value
  } catch (cause) {
    if (cause instanceof TypeFault) throw fault('expression.type', cause.wording, node, context)
    throw cause
  }
}

function noValue(node: ExpressionNode, context: Evaluation): AgentError {
  const variable = context.text.slice(node.start, node.end)
  const available = Object.keys(context.scope)
  const message = word(
    '{variable} has no value here. Available: {available}. Write {variable} ?? "…" to give one for that case.',
    { variable, available: available.join(', ') || word('nothing') },
  )
  return new AgentError('expression.unknownVar', inExpression(message, context), {
    ...place(context),
    detail: { available, detail: { variable, start: node.start, end: node.end } },
  })
}

type ExpressionCode = 'expression.syntax' | 'expression.type' | 'expression.unknownVar'

interface Span {
  readonly start: number
  readonly end: number
}

function fault(code: ExpressionCode, message: Wording, span: Span, context: Evaluation): AgentError {
  return new AgentError(code, inExpression(message, context), {
    ...place(context),
    detail: { detail: { start: span.start, end: span.end } },
  })
}

function inExpression(message: Wording, { text }: Evaluation): Wording {
  return word('In the expression "{expression}": {message}', {
    expression: text.length > 500 ? `${text.slice(0, 499)}…` : text,
    message,
  })
}

function place({ place: { stepId, path } }: Evaluation): { stepId?: string; path?: string } {
  return { ...(stepId === undefined ? {} : { stepId }), ...(path === undefined ? {} : { path }) }
}
