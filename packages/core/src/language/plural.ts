import { fillText } from './fillText.ts'
import { speech } from './speech.ts'
import type { TextValues } from './Translator.ts'

/**
 * A text about a number of things: `plural(count, 'one step', '{count} steps')`. Languages with more forms than English
 * know them by the second text.
 */
export function plural(count: number, one: string, other: string, values: TextValues = {}): string {
  const named = { count, ...values }
  return speech.translator?.plural(count, one, other, named) ?? fillText(count === 1 ? one : other, named)
}
