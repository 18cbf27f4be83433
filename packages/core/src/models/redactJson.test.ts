import { expect, test } from 'vitest'
import { redactJson } from './redactJson.ts'

test('no text of a value holds a secret, however deep it stands, and all else stays', () => {
  const secret = 'sk-0123456789abcdef'
  const value = { a: [`Bearer ${secret}`, 1, null], [`x-${secret}`]: { deep: secret }, b: true }
  const clean = redactJson(value, [secret])
  expect(JSON.stringify(clean)).not.toContain(secret)
  expect(clean).toMatchObject({ a: [expect.stringContaining('Bearer'), 1, null], b: true })
})
