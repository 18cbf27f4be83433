import { explainBraces } from './explainBraces.ts'
import { readReference } from './readReference.ts'
import type { Template, TemplatePart, VariableReference } from './Template.ts'
import type { TextProblem } from './TextProblem.ts'

/** More problems than this in one text help nobody. */
const MAX_PROBLEMS = 100

/**
 * Parses a prompt template: `{name}`, `{user.name}`, `{items[0]}`, `{{` and `}}` for braces. Never throws: what cannot
 * be read is listed in `problems`, with positions.
 *
 * @example parseTemplate('Hello {name}').references // [{ name: 'name', path: ['name'], start: 7, end: 11 }]
 */
export function parseTemplate(text: string): Template {
  const parts: TemplatePart[] = []
  const references: VariableReference[] = []
  const problems: TextProblem[] = []
  let printed = ''
  let printedFrom = 0
  let at = 0
  let closings: ReadonlyMap<number, number> | undefined

  const flush = (end: number): void => {
    if (end > printedFrom) parts.push({ kind: 'text', text: printed, start: printedFrom, end })
    printed = ''
  }
  const report = (problem: TextProblem): void => {
    if (problems.length < MAX_PROBLEMS) problems.push(problem)
  }

  while (at < text.length) {
    const brace = nextBrace(text, at)
    printed += text.slice(at, brace)
    at = brace
    if (at >= text.length) break
    const sign = text.charAt(at)
    if (text[at + 1] === sign) {
      printed += sign
      at += 2
      continue
    }
    if (sign === '}') {
      report(explainClosing(at))
      printed += sign
      at += 1
      continue
    }
    const written = readReference(text, at)
    if (written !== undefined) {
      flush(at)
      parts.push({ kind: 'reference', reference: written.reference, start: at, end: written.end })
      references.push(written.reference)
      at = written.end
      printedFrom = at
      continue
    }
    closings ??= matchBraces(text)
    const closing = closings.get(at)
    report(explainBraces(text, at, closing))
    const end = closing ?? at + 1
    printed += text.slice(at, end)
    at = end
  }
  flush(text.length)
  return { text, parts, references, problems }
}

function nextBrace(text: string, from: number): number {
  const offset = text.slice(from).search(/[{}]/)
  return offset < 0 ? text.length : from + offset
}

function explainClosing(at: number): TextProblem {
  return {
    message: 'This brace closes nothing. Write }} for a brace as text.',
    start: at,
    end: at + 1,
    fix: { label: 'Write }}', start: at, end: at + 1, insert: '}}' },
  }
}

/** For every opening brace that is closed, the offset after its closing brace. One pass, so that no text is slow. */
function matchBraces(text: string): ReadonlyMap<number, number> {
  const closings = new Map<number, number>()
  const open: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '{') open.push(at)
    if (text[at] !== '}') continue
    const start = open.pop()
    if (start !== undefined) closings.set(start, at + 1)
  }
  return closings
}
