import fc from 'fast-check'
import { expect, it } from 'vitest'
import { matchesGlob } from './matchesGlob.ts'

it('agrees with the regular expression of the same meaning', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 })
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 6 })
  fc.assert(
    fc.property(letters, pattern, (text, glob) => {
      const meaning = new RegExp(`^${glob.replaceAll('*', '.*').replaceAll('?', '.')}$`)
      expect(matchesGlob(text, glob)).toBe(meaning.test(text))
    }),
    { numRuns: 1000 },
  )
})

it('takes no longer for a pattern that would hang a regular expression', () => {
  expect(matchesGlob('a'.repeat(5000), `${'*a'.repeat(50)}*b`)).toBe(false)
})
