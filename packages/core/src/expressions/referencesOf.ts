import type { VariableReference } from '../templates/Template.ts'
import type { ExpressionNode } from './Expression.ts'

/** The variables an expression names, in the order written, each with the part of its path that is known. */
export function collectReferences(node: ExpressionNode): readonly VariableReference[] {
  const found: VariableReference[] = []
  visit(node, found)
  return found.sort((a, b) => a.start - b.start)
}

function visit(node: ExpressionNode, found: VariableReference[], optional = false): void {
  const reference = toReference(node)
  if (reference !== undefined) {
    found.push(optional ? { ...reference, optional } : reference)
    return
  }
  for (const child of childrenOf(node)) visit(child, found, copesWithNothing(node, child))
}

/** True when evaluating `node` allows its operand `child` to have no value. */
function copesWithNothing(node: ExpressionNode, child: ExpressionNode): boolean {
  if (node.kind === 'empty') return true
  if (node.kind !== 'binary') return false
  if (node.operator === '??') return child === node.left
  return (node.operator === '==' || node.operator === '!=') && (isNull(node.left) || isNull(node.right))
}

/** True for the word `null`. */
export function isNull(node: ExpressionNode): boolean {
  return node.kind === 'literal' && node.value === null
}

/** A variable, or a chain of constant keys on one: `items[0].title`. */
function toReference(node: ExpressionNode): VariableReference | undefined {
  const keys: string[] = []
  let current = node
  while (current.kind === 'member') {
    keys.unshift(current.key)
    current = current.target
  }
  if (current.kind !== 'variable') return undefined
  return { name: current.name, path: [current.name, ...keys], start: current.start, end: node.end }
}

function childrenOf(node: ExpressionNode): readonly ExpressionNode[] {
  switch (node.kind) {
    case 'literal':
    case 'variable':
      return []
    case 'member':
      return [node.target]
    case 'index':
      return [node.target, node.index]
    case 'unary':
    case 'empty':
      return [node.operand]
    case 'binary':
      return [node.left, node.right]
    case 'choice':
      return [node.test, node.whenTrue, node.whenFalse]
    case 'call':
      return node.args
    case 'list':
      return node.items
    case 'object':
      return node.entries.map(({ value }) => value)
    default:
      return node satisfies never
  }
}

/** A text, or a name with what follows it: the rest of its path, and the bracket that makes it a function. */
const wordPattern =
  /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|([\p{ID_Start}_][\p{ID_Continue}]*)(?:\s*\.\s*[\p{ID_Continue}]+)*(\s*\()?/gsu

/** Names that the language itself uses and that therefore name no variable in a text that cannot be parsed. */
const words: ReadonlySet<string> = new Set(
  'and or not in is empty contains startsWith endsWith matches true false null'.split(' '),
)

/** The variables that a faulty expression seems to name, so that the editor can go on while someone types. */
export function guessReferences(text: string): readonly VariableReference[] {
  const found: VariableReference[] = []
  for (const { 1: name, 2: bracket, index } of text.matchAll(wordPattern)) {
    if (name === undefined || bracket !== undefined || words.has(name)) continue
    found.push({ name, path: [name], start: index, end: index + name.length })
  }
  return found
}
