import { compareWords, type WordChange } from './compareWords.ts'

/** Two texts as one with its changes marked, or apart where they have too little in common for that. */
export type TextComparison =
  | { readonly kind: 'mixed'; readonly changes: readonly WordChange[] }
  | { readonly kind: 'apart' }

/** Two texts that are together no longer than this are taken in at a glance, however they are shown. */
const glance = 80
/** Of the shorter text, so much has to be in the other one. */
const leastShared = 1 / 3
/** Stretches of no more letters are in any two texts, by chance. */
const chance = 4

/** How two texts are best compared: words of two that share little, mixed with each other, can be read by nobody. */
export function compareTexts(before: string, after: string): TextComparison {
  const changes = compareWords(before, after)
  const shorter = Math.min(countLetters(before), countLetters(after))
  if (shorter <= chance || before.length + after.length <= glance) return { kind: 'mixed', changes }
  return countShared(changes) < shorter * leastShared ? { kind: 'apart' } : { kind: 'mixed', changes }
}

function countShared(changes: readonly WordChange[]): number {
  const shared = changes.flatMap(({ kind, text }) => (kind === 'same' ? [countLetters(text)] : []))
  return shared.filter((letters) => letters > chance).reduce((sum, letters) => sum + letters, 0)
}

/** Blank space apart: it is the same in all texts. */
function countLetters(text: string): number {
  return text.replace(/\s+/g, '').length
}
