import { type Json, toPromptText } from '@petal/core/model'
import { t } from '@petal/ui/language'

const longest = 280

/** A value in a few words, for tooltips: text as it is, everything else as JSON. Undefined when there is none. */
export function describeValue(value: Json | undefined): string | undefined {
  const text = toPromptText(value)
  if (text === undefined) return undefined
  if (text === '') return t('(empty text)')
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
