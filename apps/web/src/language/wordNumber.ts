import type { Wording } from '@petal/core/language'
import { spokenLanguage } from '@petal/ui/language'

/** A number as it is written in the language of the page, and in English beside it: a value of `word`. */
export function wordNumber(value: number, mostDigits = 0): Wording {
  const write = (language: string) => value.toLocaleString(language, { maximumFractionDigits: mostDigits })
  return { english: write('en'), said: write(spokenLanguage()) }
}
