const stopWords: ReadonlySet<string> = new Set(
  `a about advantages because after again all also am an and any answer are as ask at be been before being below between both
  brief briefly but by can charming clear clearly combine compare concise could critique describe did do does down draft
  each else every explain facts few find findings five following for four from further get give given gave good greet
  greeting had has have having he hello her here hey hi him his how i idea ideas if in into is it its joke just keep kind
  let like line list make many may me mean might more most must my name need no nor not now of off on once one only or
  other our out over own paragraph part plan please point points put question reply research result review revise rewrite
  said same say sentence sentences shall she short should show sides so some step steps such suggest summarise summarize
  summary take tell text than that the their them then there these they thing this those three through to too topic two
  under until up us use user using very want wants was way we welcome well were what when where which while who whom
  whose why will with word words would write you your`.split(/\s+/),
)

/** The words of a text, in lower case, in their order. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []
}

/** A word without the endings that do not change what it is about: roughly, and for English only. */
export function stemOf(word: string): string {
  return word.length <= 4 ? word : word.replace(/(?:ies|ing|ed|es|s|ly|e)$/, '')
}

/** The stems of the words that carry meaning. */
export function stemsOf(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text).filter(isKeyword).map(stemOf))
}

/** How many stems the texts have in common. */
export function overlapOf(a: string, b: string): number {
  const stems = stemsOf(a)
  return [...stemsOf(b)].filter((stem) => stems.has(stem)).length
}

/**
 * The words that a text is about: the most frequent first, then in their order. Each kind of word once; names keep
 * their capital.
 */
export function keywordsOf(text: string, most: number): readonly string[] {
  const counts = new Map<string, { readonly word: string; count: number }>()
  for (const match of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)) {
    const lower = match[0].toLowerCase()
    if (!isKeyword(lower)) continue
    const known = counts.get(stemOf(lower))
    const word = startsSentence(text, match.index) ? lower : match[0]
    if (known === undefined) counts.set(stemOf(lower), { word, count: 1 })
    else known.count += 1
  }
  const found = [...counts.values()].sort((a, b) => b.count - a.count)
  return found.slice(0, most).map(({ word }) => word)
}

function startsSentence(text: string, index: number): boolean {
  return /(?:^|[.!?:\n“"-])\s*$/.test(text.slice(Math.max(0, index - 3), index))
}

/** What a text is about, in two words or less. */
export function topicOf(text: string): string {
  // What it is about is said early.
  const start = firstSentence(text, 200)
  const [first, second] = keywordsOf(keywordsOf(start, 1).length > 0 ? start : text, 2)
  if (first === undefined) return 'this'
  if (second === undefined) return first
  return text.toLowerCase().includes(`${first} ${second}`.toLowerCase())
    ? `${first} ${second}`
    : `${first} and ${second}`
}

function isKeyword(word: string): boolean {
  return word.length > 2 && !stopWords.has(word) && !/^\d+$/.test(word)
}

/** A number from 0 to `below` - 1 that depends on the text alone. */
export function pickBy(text: string, below: number): number {
  let hash = 2_166_136_261
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619)
  return (hash >>> 0) % below
}

/** The first sentence, shortened to at most so many characters at a word's end. */
export function firstSentence(text: string, most: number): string {
  const line = text.trim().replace(/\s+/g, ' ')
  const sentence = /^.+?[.!?…](?=\s|$)/.exec(line)?.[0] ?? line
  if (sentence.length <= most) return sentence
  return `${sentence.slice(0, most).replace(/\s+\S*$/, '')}…`
}

/** With a capital at the start. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Part of every text that the practice model has revised: by it a loop of drafts knows its end. */
export const REVISED = 'it shows the point at once.'

/** Whether a text has been revised. */
export function isRevised(text: string): boolean {
  return text.includes(REVISED) || /\brevised\b/i.test(text)
}
