import { plural, setTranslator, t } from '@petal/ui/language'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { speak } from './speak.ts'

beforeAll(() => speak('de'))
afterAll(() => setTranslator(undefined))

test.each([
  ['Saved', {}, 'Gespeichert'],
  ['Delete {name}', { name: 'Greet' }, 'Greet löschen'],
  ['Delete {name}', { name: '{count} $t(Saved)' }, '{count} $t(Saved) löschen'],
  ['Refer to {name}', {}, 'Refer to {name}'],
  ['It said: $t(Saved), {{count}}', {}, 'It said: $t(Saved), {{count}}'],
  ['constructor', {}, 'constructor'],
])('%s %o', (text, values, said) => {
  expect(t(text, values)).toBe(said)
})

test.each([
  [1, 'Ein Schritt'],
  [0, '0 Schritte'],
  [5, '5 Schritte'],
])('%s of something', (count, said) => {
  expect(plural(count, '{count} step', '{count} steps')).toBe(said)
})
