import ts from 'typescript'
import { sources } from './sources.ts'

/**
 * Each text in JSX that stands in one line with what a sentence goes on with, as it is written. Icons and keys are drawn
 * by elements that hold nothing, and a whole sentence stands for itself.
 */
export function listGlued(): readonly string[] {
  return Object.entries(sources).flatMap(([path, source]) => (path.endsWith('.tsx') ? gluedIn(path, source) : []))
}

function gluedIn(path: string, source: string): readonly string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isJsxElement(node) || ts.isJsxFragment(node)) {
      const children = node.children.filter((child) => !isSpace(child))
      const isGlued = children.some((child, index) => isPiece(child) && goesOn(children, index))
      if (isGlued) found.push(`${path}: ${node.getText().replace(/\s+/g, ' ')}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX))
  return found
}

/** A space in the line; a line break only parts what stands in boxes of its own. */
function isSpace(child: ts.JsxChild): boolean {
  if (ts.isJsxText(child)) return /^[^\S\n]+$/.test(child.text)
  return ts.isJsxExpression(child) && child.expression?.getText() === "' '"
}

function isPiece(child: ts.JsxChild): boolean {
  if (!ts.isJsxExpression(child) || child.expression === undefined || !ts.isCallExpression(child.expression))
    return false
  const { expression: called, arguments: given } = child.expression
  if (!ts.isIdentifier(called) || !['t', 'plural'].includes(called.text)) return false
  const text = given.findLast(ts.isStringLiteralLike)?.text
  return text !== undefined && !/[.!?…]$/.test(text)
}

/** Whether what stands beside a text in its line has words. */
function goesOn(children: readonly ts.JsxChild[], index: number): boolean {
  return [children[index - 1], children[index + 1]].some((beside) => {
    if (beside === undefined || ts.isJsxSelfClosingElement(beside)) return false
    return !ts.isJsxText(beside) || !/^\s*$/.test(beside.text)
  })
}
