import { speech } from './speech.ts'

/** The language of the page as a BCP 47 code, for numbers and times among its words. */
export function spokenLanguage(): string {
  return speech.language
}
