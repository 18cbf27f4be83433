/** A part of a text that looks like a secret, `end` exclusive. */
export interface SecretSpan {
  readonly start: number
  readonly end: number
  /** What it looks like: `OpenAI key`, `Bearer token` … */
  readonly kind: string
}

/** Known shapes, the more telling first: a later one never takes what an earlier one has found. */
const shapes: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g],
  ['Anthropic key', /\bsk-ant-[\w-]{16,}/g],
  ['OpenAI key', /\bsk-[\w-]{16,}/g],
  ['Google key', /\bAIza[\w-]{30,}/g],
  ['GitHub token', /\b(?:gh[pousr]_\w{20,}|github_pat_\w{20,})/g],
  ['Hugging Face token', /\bhf_[A-Za-z0-9]{20,}/g],
  ['Slack token', /\bxox[abeoprs]-[\w-]{10,}/g],
  ['AWS key', /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g],
  ['JSON web token', /\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g],
  ['Bearer token', /\b[Bb]earer\s+(?!\{)[\w.~+/=-]{12,}/g],
  ['password in an address', /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/:@{}]{1,200}:[^\s/@{}]{1,200}@/gi],
  ['long random text', /[A-Za-z0-9_-]{32,}/g],
]

const MIN_BITS_PER_CHARACTER = 4

/**
 * The parts of a text that look like keys, tokens or passwords: for a warning before it leaves this device. Sorted by
 * place, never overlapping. It guesses: no finding is no promise.
 */
export function looksLikeSecret(text: string): readonly SecretSpan[] {
  const found: SecretSpan[] = []
  for (const [kind, pattern] of shapes) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (kind === 'long random text' && !isRandom(match[0])) continue
      if (!found.some((span) => span.start < end && start < span.end)) found.push({ start, end, kind })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Mixed enough to be no word, name or hexadecimal checksum. */
function isRandom(text: string): boolean {
  return /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text) && entropy(text) >= MIN_BITS_PER_CHARACTER
}

/** Bits per character, from how often each occurs. */
function entropy(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length)
  return bits
}
