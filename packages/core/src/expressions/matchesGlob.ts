/**
 * Whether the whole text matches a pattern in which `*` stands for any characters and `?` for exactly one. No regular
 * expressions here, since one can be written that runs for ever; this takes at most text × pattern steps.
 */
export function matchesGlob(text: string, pattern: string): boolean {
  let at = 0
  let p = 0
  let star = -1
  let retry = 0
  while (at < text.length) {
    if (pattern[p] === '*') {
      star = p
      retry = at
      p += 1
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[at])) {
      at += 1
      p += 1
    } else if (star >= 0) {
      retry += 1
      at = retry
      p = star + 1
    } else {
      return false
    }
  }
  while (pattern[p] === '*') p += 1
  return p === pattern.length
}
