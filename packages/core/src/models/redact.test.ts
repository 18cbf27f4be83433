import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { looksLikeSecret } from './looksLikeSecret.ts'
import { redact } from './redact.ts'

const KEY = 'sk-proj-Ab3/dE+gh"1jKlmnopQRSTuv'

describe('redact', () => {
  test.each([
    ['as it is', KEY],
    ['URL-encoded', encodeURIComponent(KEY)],
    ['JSON-escaped', JSON.stringify({ key: KEY })],
    ['in base64', btoa(KEY)],
    ['in base64 behind a user name', btoa(`ada:${KEY}`)],
    ['in base64 with something behind it', btoa(`${KEY} and more`)],
    ['in URL-safe base64', btoa(`x${KEY}`).replaceAll('+', '-').replaceAll('/', '_')],
    ['masked in the middle', `${KEY.slice(0, 11)}********${KEY.slice(-4)}`],
    ['cut off', `${KEY.slice(0, 12)}…`],
    ['masked but for its end', `****${KEY.slice(-4)}`],
    ['masked with letters', `key-xxxxxxxx${KEY.slice(-4)}`],
    ['twice', `${KEY} ${KEY}`],
  ])('hides a secret %s', (_how, echoed) => {
    const text = redact(`Incorrect API key provided: ${echoed}. Please check it.`, [KEY])
    expect(text).toMatch(/^Incorrect API key provided: .*\[hidden\].* Please check it\.$/)
    for (let at = 0; at + 12 <= KEY.length; at += 1) expect(text).not.toContain(KEY.slice(at, at + 12))
  })

  test('leaves what is no secret alone', () => {
    expect(redact('The model is overloaded.', [KEY, ''])).toBe('The model is overloaded.')
    expect(redact('pass the salt', ['pass'])).toBe('[hidden] the salt')
    expect(redact('no secret known', [])).toBe('no secret known')
    expect(redact(`The word ${KEY.slice(-4)} alone says nothing.`, [KEY])).toContain(KEY.slice(-4))
  })

  test('whatever the text and the secret, the secret is gone', () =>
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 9 }), fc.string(), (before, secret, after) => {
        fc.pre(!'[hidden]'.includes(secret))
        expect(redact(before + secret + after, [secret])).not.toContain(secret)
      }),
    ))
})

describe('looksLikeSecret', () => {
  test.each([
    ['sk-proj-abcdefghij0123456789', 'OpenAI key'],
    ['sk-ant-api03-abcdefghij0123456789', 'Anthropic key'],
    ['AIzaSyA1234567890abcdefghijklmnopqrstuv', 'Google key'],
    ['ghp_abcdefghijklmnopqrst1234', 'GitHub token'],
    ['github_pat_11ABCDEFG0abcdefghij', 'GitHub token'],
    ['hf_abcdefghijklmnopqrstuv', 'Hugging Face token'],
    ['xoxb-123456789012-abcdef', 'Slack token'],
    ['AKIAIOSFODNN7EXAMPLE', 'AWS key'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl', 'JSON web token'],
    ['Bearer abcdef123456.xyz', 'Bearer token'],
    ['https://ada:hunter2@example.com/', 'password in an address'],
    ['-----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA PRIVATE KEY-----', 'private key'],
    ['q7Zp2LxV9kTd4RmW8sBn1YcG6hJf3AeU', 'long random text'],
  ])('finds %s', (secret, kind) => {
    const text = `Header: ${secret} and the rest`
    const [found, ...others] = looksLikeSecret(text)
    expect(found?.kind).toBe(kind)
    expect(secret).toContain(text.slice(found?.start, found?.end))
    expect(others).toEqual([])
  })

  test.each([
    'Please ask {question} and answer briefly.',
    'Authorization: Bearer {token}',
    'classify-the-question-and-route-it-to-the-right-step',
    '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    '123e4567-e89b-12d3-a456-426614174000',
    'https://example.com/a/very/long/path/that/goes/on/and/on.html',
    'SupportStateWithMessagesAddedByPetal',
    'task-management of sk-',
  ])('lets %s pass', (text) => {
    expect(looksLikeSecret(text)).toEqual([])
  })

  test('finds several, in their order, without overlap', () => {
    const found = looksLikeSecret(
      'b AKIAIOSFODNN7EXAMPLE a ghp_abcdefghijklmnopqrst1234 Bearer sk-abcdefghij0123456789',
    )
    expect(found.map((span) => span.kind)).toEqual(['AWS key', 'GitHub token', 'OpenAI key'])
  })
})
