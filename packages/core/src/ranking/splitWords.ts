/** Scripts that write without spaces: their runs are cut into pairs of letters. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u
const run = new RegExp(
  String.raw`${unspaced.source}[${unspaced.source.slice(1, -1)}\p{M}]*|(?:(?!${unspaced.source})[\p{L}\p{N}\p{M}])+`,
  'gu',
)
/** An apostrophe within a word: don't, l'eau. */
const apostrophe = /(?<=\p{L})['’](?=\p{L})/gu
/** Accents over Latin, Greek and Cyrillic letters; the marks of other scripts are letters of their own. */
const accents = /[\u0300-\u036f]/g
/** A final s that makes a plural in many languages of Latin letters; short words, ss, us and is are left alone. */
const plural = /^[a-z\u00df-\u024f]{2,}[^sui\d\W]s$/u

/**
 * The words of a text as they are compared: in small letters, without accents, without a plural's s. Text that is written
 * without spaces (Chinese, Japanese, Thai …) gives each pair of neighbouring letters. The same in every runtime: it
 * asks no dictionary.
 */
export function splitWords(text: string): readonly string[] {
  const plain = text.normalize('NFKD').toLowerCase().replace(accents, '').replace(apostrophe, '').normalize('NFC')
  return (plain.match(run) ?? []).flatMap((word) =>
    unspaced.test(word) ? pairsOf(word) : [plural.test(word) ? word.slice(0, -1) : word],
  )
}

function pairsOf(word: string): readonly string[] {
  const letters = [...word]
  if (letters.length === 1) return letters
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
}
