import { t } from '../language/t.ts'
import { closestName } from '../templates/closestName.ts'
import type { ExpressionNode, ObjectEntry } from './Expression.ts'
import { SyntaxFault } from './ExpressionFault.ts'
import { expressionFunctions, findFunction } from './expressionFunctions.ts'
import { countPart, type ParseState } from './ParseState.ts'
import { strength } from './precedence.ts'
import type { Token } from './tokenizeExpression.ts'

const constants: ReadonlyMap<string, null | boolean> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
])

/** Parses one operand: a literal, a variable with its path, a call, a list, an object, or brackets around anything. */
export function parseOperand(state: ParseState): ExpressionNode {
  const { reader } = state
  const token = reader.peek()
  if (token.kind === 'name' && token.value === 'not') return parseUnary(state, 'not', strength.not)
  if (token.kind === 'sign' && token.value === '-') return parseUnary(state, '-', strength.negate)
  return parsePath(state, parsePrimary(state, token))
}

function parseUnary(state: ParseState, operator: 'not' | '-', own: number): ExpressionNode {
  const { start } = state.reader.next()
  const operand = state.parse(state, own)
  return { kind: 'unary', operator, operand, start, end: operand.end }
}

function parsePrimary(state: ParseState, token: Token): ExpressionNode {
  const { reader } = state
  const { start, end } = token
  if (token.kind === 'number' || token.kind === 'text') {
    reader.next()
    return { kind: 'literal', value: token.value, start, end }
  }
  if (token.kind === 'name') return parseName(state, token.value)
  if (reader.accept('(')) {
    const inner = state.parse(state, 0)
    const closing = reader.expect(')', t('the bracket'))
    return { ...inner, start, end: closing.end }
  }
  if (reader.accept('[')) {
    const items = parseItems(state, ']', t('the list'))
    return { kind: 'list', items, start, end: reader.previousEnd }
  }
  if (reader.accept('{')) return parseObject(state, start)
  throw reader.unexpected(t('A value is missing'))
}

function parseName(state: ParseState, name: string): ExpressionNode {
  const { reader } = state
  const { start, end } = reader.next()
  const constant = constants.get(name)
  if (constant !== undefined) return { kind: 'literal', value: constant, start, end }
  if (!reader.accept('(')) return { kind: 'variable', name, start, end }
  const args = parseItems(state, ')', t('the arguments of {name}', { name }))
  checkCall(name, args.length, { start, end })
  return { kind: 'call', name, args, start, end: reader.previousEnd }
}

/** Calls are checked while parsing, so that the editor marks them before anything runs. */
function checkCall(
  name: string,
  count: number,
  { start, end }: { readonly start: number; readonly end: number },
): void {
  const called = findFunction(name)
  if (called === undefined) {
    const known = expressionFunctions.map((item) => item.name)
    const closest = closestName(name, known)
    throw new SyntaxFault({
      message: t('There is no function {name}. Functions: {known}.', { name, known: known.join(', ') }),
      start,
      end,
      ...(closest === undefined
        ? {}
        : { fix: { label: t('Write {closest}', { closest }), start, end, insert: closest } }),
    })
  }
  const [fewest, most] = called.arity
  if (count >= fewest && count <= most) return
  throw new SyntaxFault({
    message: t('It is called as {signature}, not with {count} values.', { signature: called.signature, count }),
    start,
    end,
  })
}

/** Items with commas between them, up to and with the closing sign. A comma after the last one is allowed. */
function parseItems(state: ParseState, closing: string, what: string): readonly ExpressionNode[] {
  const { reader } = state
  const items: ExpressionNode[] = []
  while (!reader.accept(closing)) {
    items.push(state.parse(state, 0))
    if (!reader.accept(',') && !reader.isAt('sign', closing))
      throw reader.unexpected(t('{closing} is missing after {what}', { closing, what }))
  }
  return items
}

function parseObject(state: ParseState, start: number): ExpressionNode {
  const { reader } = state
  const entries: ObjectEntry[] = []
  const keys = new Set<string>()
  while (!reader.accept('}')) {
    const token = reader.peek()
    if (token.kind !== 'name' && token.kind !== 'text') throw reader.unexpected(t('A key is missing'))
    reader.next()
    if (token.kind === 'name' && reader.isAt('sign', '}') && entries.length === 0) {
      throw bracedVariable(start, reader.next().end, token.value)
    }
    const key = token.value
    if (key === '__proto__' || keys.has(key)) {
      const message = keys.has(key)
        ? t('The key {key} stands here twice.', { key })
        : t('The key {key} is not allowed.', { key })
      throw new SyntaxFault({ message, start: token.start, end: token.end })
    }
    keys.add(key)
    reader.expect(':', t('the key {key}', { key }))
    entries.push({ key, value: state.parse(state, 0) })
    if (!reader.accept(',') && !reader.isAt('sign', '}')) throw reader.unexpected(t('} is missing after the object'))
  }
  return { kind: 'object', entries, start, end: reader.previousEnd }
}

function bracedVariable(start: number, end: number, name: string): SyntaxFault {
  return new SyntaxFault({
    message: t('Braces are for prompts. In an expression a variable stands alone: {name}.', { name }),
    start,
    end,
    fix: { label: t('Write {name}', { name }), start, end, insert: name },
  })
}

/** The path after a value: `.name`, `[0]`, `["two words"]`, `[index]`. */
function parsePath(state: ParseState, first: ExpressionNode): ExpressionNode {
  const { reader } = state
  let target = first
  for (;;) {
    if (reader.accept('.')) target = parseMember(state, target)
    else if (reader.accept('[')) target = parseIndex(state, target)
    else return target
    countPart(state)
  }
}

function parseMember({ reader }: ParseState, target: ExpressionNode): ExpressionNode {
  if (reader.peek().kind !== 'name') throw reader.unexpected(t('A name is missing after the dot'))
  const { value, start, end } = reader.next()
  const key = String(value)
  if (!reader.isAt('sign', '(')) return { kind: 'member', target, key, start: target.start, end }
  throw new SyntaxFault({
    message: t('Values have no methods. Write {key}(value) if there is such a function.', { key }),
    start,
    end,
  })
}

function parseIndex(state: ParseState, target: ExpressionNode): ExpressionNode {
  const { reader } = state
  const index = state.parse(state, 0)
  const { end } = reader.expect(']', t('the index'))
  const key = constantKey(index)
  if (key !== undefined) return { kind: 'member', target, key, start: target.start, end }
  return { kind: 'index', target, index, start: target.start, end }
}

function constantKey(node: ExpressionNode): string | undefined {
  if (node.kind === 'literal' && typeof node.value === 'string') return node.value
  if (node.kind === 'literal' && Number.isInteger(node.value)) return String(node.value)
  if (node.kind !== 'unary' || node.operator !== '-') return undefined
  const { operand } = node
  return operand.kind === 'literal' && Number.isInteger(operand.value) ? `-${String(operand.value)}` : undefined
}
