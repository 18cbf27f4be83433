import { indexWords, type WordIndex } from './indexWords.ts'
import { splitWords } from './splitWords.ts'

/** One text in a ranking, by its position in what was given. */
export interface Ranked {
  readonly index: number
  /** Above 0; 1 would be a perfect match. */
  readonly score: number
}

/** How soon further mentions of a word count less, and how much long texts are held back: BM25's usual values. */
const SATURATION = 1.2
const LENGTH_WEIGHT = 0.75

/**
 * Ranks texts by the words they share with a question (BM25), best first; equals stay in their order. Rare words weigh
 * more than common ones. Texts that share no word are left out. Needs no model: the same question and the same texts
 * give the same ranking anywhere.
 *
 * @param given the texts, or their `indexWords` when they are asked more than once
 * @example rankByWords('red mug', ['a blue cup', 'a red mug', 'mugs']) // [{ index: 1, score: 0.8… }]
 */
export function rankByWords(question: string, given: readonly string[] | WordIndex): readonly Ranked[] {
  const { lengths, words } = 'lengths' in given ? given : indexWords(given)
  const total = lengths.length
  if (total === 0) return []
  const average = lengths.reduce((sum, length) => sum + length, 0) / total
  const asked = new Set(splitWords(question))
  const places = new Map(words.filter(([word]) => asked.has(word)))
  const scores = new Map<number, number>()
  let best = 0
  for (const word of asked) {
    const found = places.get(word) ?? []
    const texts = found.length / 2
    const weight = Math.log(1 + (total - texts + 0.5) / (texts + 0.5))
    best += weight * (SATURATION + 1)
    for (let at = 0; at < found.length; at += 2) {
      const [index = 0, count = 0] = found.slice(at, at + 2)
      const length = 1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * (lengths[index] ?? 0)) / average
      const gain = (weight * count * (SATURATION + 1)) / (count + SATURATION * length)
      scores.set(index, (scores.get(index) ?? 0) + gain)
    }
  }
  return [...scores]
    .map(([index, score]) => ({ index, score: score / best }))
    .sort((a, b) => b.score - a.score || a.index - b.index)
}
