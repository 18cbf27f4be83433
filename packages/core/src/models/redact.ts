const MASK = '[hidden]'
/** A secret shorter than this says too little to be told from ordinary words by a part of it. */
const MIN_LENGTH_FOR_PARTS = 16
const PREFIX_LENGTH = 8
const SUFFIX_LENGTH = 4
/** What stands between the ends of a masked secret. */
const maskable = /[\w*•….-]/
const mask = /[*•…]|\.{3}|x{4}/i

/**
 * The text without any of these secrets, in whatever form a server may have echoed them: as they are, in base64 (also
 * inside a longer value), URL-encoded, JSON-escaped, or shortened to their first or last characters around a mask.
 */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets.filter((secret) => secret !== '').reduce(redactOne, text)
}

function redactOne(text: string, secret: string): string {
  const forms = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), ...base64Forms(secret)]
  const whole = [...new Set(forms)]
    .sort((a, b) => b.length - a.length)
    .reduce((rest, form) => rest.replaceAll(form, MASK), text)
  if (secret.length < MIN_LENGTH_FOR_PARTS) return whole
  const prefix = new RegExp(`${escapePattern(secret.slice(0, PREFIX_LENGTH))}[\\w*.•…-]*`, 'g')
  return hideMasked(whole.replace(prefix, MASK), secret.slice(-SUFFIX_LENGTH))
}

/** Hides `********Tuv1`: the end of a secret behind a mask. */
function hideMasked(text: string, suffix: string): string {
  let hidden = ''
  let rest = text
  for (let at = rest.indexOf(suffix); at >= 0; at = rest.indexOf(suffix)) {
    let start = at
    while (start > 0 && maskable.test(rest.charAt(start - 1))) start -= 1
    const masked = mask.test(rest.slice(start, at))
    hidden += masked ? rest.slice(0, start) + MASK : rest.slice(0, at + suffix.length)
    rest = rest.slice(at + suffix.length)
  }
  return hidden + rest
}

/**
 * What every base64 text that contains these bytes must contain, for each of the three ways the bytes can fall on its
 * groups of three; both alphabets.
 */
function base64Forms(secret: string): string[] {
  const bytes = Array.from(new TextEncoder().encode(secret), (byte) => String.fromCharCode(byte)).join('')
  return [0, 1, 2].flatMap((offset) => {
    const start = Math.ceil((offset * 8) / 6)
    const end = Math.floor(((offset + bytes.length) * 8) / 6)
    const form = btoa('\0'.repeat(offset) + bytes).slice(start, end)
    return form.length < PREFIX_LENGTH ? [] : [form, form.replaceAll('+', '-').replaceAll('/', '_')]
  })
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}
