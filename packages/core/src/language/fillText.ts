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
    const name = text.slice(open + 1, close)
    const value = values[name]
    // Whatever objects inherit, such as their constructor, is no value of a text.
    if (value === undefined || !Object.hasOwn(values, name)) continue
    out += text.slice(done, open) + value
    done = close + 1
  }
  return done === 0 ? text : out + text.slice(done)
}
