import { splitWords } from './splitWords.ts'

/** Where the words of some texts stand, as plain JSON: made once, asked often. */
export interface WordIndex {
  /** The number of words of each text. */
  readonly lengths: readonly number[]
  /** Each word with the texts it stands in: index, count, index, count … */
  readonly words: readonly (readonly [word: string, places: readonly number[]])[]
}

/** Counts the words of each text. */
export function indexWords(texts: readonly string[]): WordIndex {
  // A map, because on a plain object some words reach what is behind it.
  const places = new Map<string, number[]>()
  const lengths = texts.map((text, index) => {
    const words = splitWords(text)
    for (const [word, count] of countWords(words)) {
      const known = places.get(word)
      if (known === undefined) places.set(word, [index, count])
      else known.push(index, count)
    }
    return words.length
  })
  return { lengths, words: [...places] }
}

function countWords(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
