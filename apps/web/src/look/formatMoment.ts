import { spokenLanguage } from '@petal/ui/language'

/** A moment by the clock, in the language of the page: "3 Dec 2026, 14:05:09", or only "14:05:09". */
export function formatMoment(at: number, part: 'dateAndTime' | 'time' = 'dateAndTime'): string {
  const style = part === 'time' ? timeOnly : dateAndTime
  return new Date(at).toLocaleString(spokenLanguage(), style)
}

const timeOnly: Intl.DateTimeFormatOptions = { timeStyle: 'medium' }
const dateAndTime: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'medium' }
