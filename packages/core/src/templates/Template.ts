import type { TextProblem } from './TextProblem.ts'

/**
 * A variable named in a template or an expression. `start` and `end` (exclusive, UTF-16) cover the path alone, without
 * braces: `text.slice(start, end)` is `user.name`, and begins with `name`.
 */
export interface VariableReference {
  /** The name of the state field. */
  readonly name: string
  /** The whole way to the value, the name first: `['user', 'name']`, `['items', '0']`. */
  readonly path: readonly string[]
  readonly start: number
  readonly end: number
  /** True where an expression copes with there being no value: `x is empty`, `x ?? other`, `x == null`. */
  readonly optional?: true
}

/** A piece of a template. `start` and `end` cover it as written, braces included. */
export type TemplatePart =
  /** `text` is what is printed: `{{` has become `{`. */
  | { readonly kind: 'text'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: 'reference'; readonly reference: VariableReference; readonly start: number; readonly end: number }

/** A parsed template. Parts cover the whole text without gaps; a faulty piece stands among them as text. */
export interface Template {
  readonly text: string
  readonly parts: readonly TemplatePart[]
  readonly references: readonly VariableReference[]
  /** Empty when the template can be rendered. */
  readonly problems: readonly TextProblem[]
}
