/** A change of a text that one click can make: the characters from `start` to `end` become `insert`. */
export interface TextFix {
  /** The words on the button, in the imperative. */
  readonly label: string
  readonly start: number
  readonly end: number
  readonly insert: string
}

/** A mistake in a template or an expression. Positions are UTF-16 offsets, `end` exclusive. */
export interface TextProblem {
  readonly message: string
  readonly start: number
  readonly end: number
  readonly fix?: TextFix
}

/** The text with the fix applied. */
export function applyTextFix(text: string, fix: TextFix): string {
  return text.slice(0, fix.start) + fix.insert + text.slice(fix.end)
}
