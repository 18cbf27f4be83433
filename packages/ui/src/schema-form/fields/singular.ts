import { spokenLanguage } from '@petal/core/language'

/**
 * The lower-case singular of an English title: "Routes" → "route". For the words on buttons only. The titles of other
 * languages stay as they are: each has rules of its own.
 */
export function singular(title: string): string {
  if (spokenLanguage() !== 'en') return title
  const word = title.toLowerCase()
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(ch|sh|x|ss)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}
