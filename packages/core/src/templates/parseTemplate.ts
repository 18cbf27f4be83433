import { t } from '../language/t.ts'
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
  if (text === '') return { text, parts: [], references: [], problems: [] }
  const reading = new TemplateReading(text)
  const braces = /[{}]/g
  for (let brace = braces.exec(text); brace !== null; brace = braces.exec(text)) {
    reading.print(brace.index)
    braces.lastIndex = reading.takeBrace(brace.index)
  }
  return reading.finish()
}

/** A template half read. Offsets only grow, so that the whole is one pass. */
class TemplateReading {
  readonly #text: string
  readonly #parts: TemplatePart[] = []
  readonly #references: VariableReference[] = []
  readonly #problems: TextProblem[] = []
  /** The text part being gathered: what it prints, where it began, how far it has been read. */
  #printed = ''
  #from = 0
  #at = 0
  #closings: ReadonlyMap<number, number> | undefined

  constructor(text: string) {
    this.#text = text
  }

  /** Takes everything up to `end` as it stands. */
  print(end: number): void {
    this.#printed += this.#text.slice(this.#at, end)
    this.#at = end
  }

  /** Takes the brace at `at` with all that belongs to it, and gives the offset after it. */
  takeBrace(at: number): number {
    const sign = this.#text.charAt(at)
    if (this.#text[at + 1] === sign) {
      this.#printed += sign
      this.#at = at + 2
    } else if (sign === '}') {
      this.#report(explainClosing(at))
      this.print(at + 1)
    } else {
      this.#takeReference(at)
    }
    return this.#at
  }

  #takeReference(at: number): void {
    const written = readReference(this.#text, at)
    if (written === undefined) {
      this.#closings ??= matchBraces(this.#text)
      const end = this.#closings.get(at)
      this.#report(explainBraces(this.#text, at, end))
      this.print(end ?? at + 1)
      return
    }
    this.#flush()
    this.#parts.push({ kind: 'reference', reference: written.reference, start: at, end: written.end })
    this.#references.push(written.reference)
    this.#at = written.end
    this.#from = written.end
  }

  #flush(): void {
    if (this.#at > this.#from) {
      this.#parts.push({ kind: 'text', text: this.#printed, start: this.#from, end: this.#at })
    }
    this.#printed = ''
  }

  #report(problem: TextProblem): void {
    if (this.#problems.length < MAX_PROBLEMS) this.#problems.push(problem)
  }

  finish(): Template {
    this.print(this.#text.length)
    this.#flush()
    return { text: this.#text, parts: this.#parts, references: this.#references, problems: this.#problems }
  }
}

function explainClosing(at: number): TextProblem {
  return {
    message: t('This brace closes nothing. Write {close} for a brace as text.', { close: '}}' }),
    start: at,
    end: at + 1,
    fix: { label: t('Write {signs}', { signs: '}}' }), start: at, end: at + 1, insert: '}}' },
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
