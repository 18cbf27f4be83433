import type { TextValues } from './Translator.ts'

/**
 * Puts values in the place of their names in braces; braces that name no value stay. It goes through the text by hand:
 * each card's line is made by it, and a plan of a thousand steps makes as many.
 */
export function fillText(text: string, values: TextValues): string {
  let out = ''
  let done = 0
  for (let close = text.indexOf('}'); close !== -1; close = text.indexOf('}', close + 1)) {
    const open = text.lastIndexOf('{', close)
    if (open < done) continue
    const value = values[text.slice(open + 1, close)]
    if (value === undefined) continue
    out += text.slice(done, open) + value
    done = close + 1
  }
  return done === 0 ? text : out + text.slice(done)
}
