import { t } from '../language/t.ts'
import { SyntaxFault } from './ExpressionFault.ts'
import type { Token } from './tokenizeExpression.ts'

/** Walks through the words of an expression, one ahead. */
export class TokenReader {
  readonly #tokens: readonly Token[]
  readonly #last: Token
  #at = 0
  #previousEnd = 0

  /** `tokens` ends with the `end` token, as `tokenizeExpression` gives it. */
  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
    this.#last = tokens.at(-1) ?? { kind: 'end', value: '', start: 0, end: 0 }
  }

  peek(ahead = 0): Token {
    return this.#tokens[this.#at + ahead] ?? this.#last
  }

  next(): Token {
    const token = this.peek()
    this.#at += 1
    this.#previousEnd = token.end
    return token
  }

  /** Where the token before this one ended. */
  get previousEnd(): number {
    return this.#previousEnd
  }

  isAt(kind: 'sign' | 'name', value: string, ahead = 0): boolean {
    const token = this.peek(ahead)
    return token.kind === kind && token.value === value
  }

  /** Takes the sign when it comes next, and says whether it did. */
  accept(sign: string): boolean {
    if (!this.isAt('sign', sign)) return false
    this.next()
    return true
  }

  /** Takes the sign, or stops the parse: `after` says what it belongs to. */
  expect(sign: string, after: string): Token {
    const token = this.peek()
    if (token.kind === 'sign' && token.value === sign) return this.next()
    throw this.unexpected(t('{sign} is missing after {after}', { sign, after }))
  }

  /** The fault of meeting the next token. */
  unexpected(expectation: string): SyntaxFault {
    const { kind, value, start, end } = this.peek()
    if (kind === 'end')
      return new SyntaxFault({ message: t('{expectation}: the expression ends here.', { expectation }), start, end })
    const shown = kind === 'text' ? t('a text') : String(value)
    return new SyntaxFault({
      message: t('{expectation}, but {shown} stands here.', { expectation, shown }),
      start,
      end,
    })
  }
}
