import { fillText } from './fillText.ts'
import { speech } from './speech.ts'
import type { TextValues } from './Translator.ts'
import { t } from './t.ts'
import type { Wording, WordingValues } from './Wording.ts'

const none: WordingValues = {}

/** A text as `t` says it, and in English beside it: for the message of an `AgentError`. */
export function word(text: string, values: WordingValues = none): Wording {
  const english = fillText(text, sideOf(values, 'english'))
  return { english, said: speech.translator === undefined ? english : t(text, sideOf(values, 'said')) }
}

function sideOf(values: WordingValues, side: keyof Wording): TextValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? value[side] : value]),
  )
}
