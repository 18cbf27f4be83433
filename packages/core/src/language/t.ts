import { fillText } from './fillText.ts'
import { speech } from './speech.ts'
import type { TextValues } from './Translator.ts'

const none: TextValues = {}

/**
 * A text in the language of the page. The English text is its own key, as in gettext, so that the code reads as the
 * app does. `t('Delete {name}', { name })` names its values in braces: other languages put them elsewhere.
 */
export function t(text: string, values: TextValues = none): string {
  return speech.translator?.text(text, values) ?? (values === none ? text : fillText(text, values))
}
