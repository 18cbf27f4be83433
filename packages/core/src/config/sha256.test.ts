import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from './sha256.ts'

async function platformSha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

test('agrees with the platform for every text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
      expect(sha256(text)).toBe(await platformSha256(text))
    }),
    { numRuns: 30 },
  )
})

test.each([0, 1, 55, 56, 63, 64, 65, 1000])('agrees with the platform around a block: %i bytes', async (length) => {
  const text = 'a'.repeat(length)
  expect(sha256(text)).toBe(await platformSha256(text))
})
