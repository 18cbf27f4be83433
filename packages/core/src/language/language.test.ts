import { afterEach, expect, test } from 'vitest'
import { inEnglish, msg, plural, setTranslator, t, word } from './index.ts'

afterEach(() => setTranslator(undefined))

test('a text is said as it stands, its values filled in', () => {
  expect(t('Saved')).toBe('Saved')
  expect(t('Delete {name}', { name: 'Greet' })).toBe('Delete Greet')
})

test('braces that name no value stay: texts tell people about them', () => {
  expect(t('Refer to a field as {name}')).toBe('Refer to a field as {name}')
  expect(t('{count} of {name}', { count: 0 })).toBe('0 of {name}')
  expect(t('{constructor} of {name}', { name: 'Ada' })).toBe('{constructor} of Ada')
})

test('a value is put in as it is, whatever is in it', () => {
  expect(t('Delete {name}', { name: '$& {name}' })).toBe('Delete $& {name}')
})

test.each([
  [0, '0 steps in Greet'],
  [1, 'one step in Greet'],
  [2, '2 steps in Greet'],
])('a number of things: %s', (count, said) => {
  expect(plural(count, 'one step in {name}', '{count} steps in {name}', { name: 'Greet' })).toBe(said)
})

test('a translator is asked for every text that is shown', () => {
  const title = msg('Undo')
  setTranslator({
    text: (text, values) => `${text} ${JSON.stringify(values)}`,
    plural: (count, one, other) => `${count}: ${one}, ${other}`,
  })
  expect(t(title)).toBe('Undo {}')
  expect(t('Delete {name}', { name: 'Greet' })).toBe('Delete {name} {"name":"Greet"}')
  expect(plural(3, 'one', 'many')).toBe('3: one, many')
})

test('what a translator does not know is said in English', () => {
  setTranslator({ text: () => undefined, plural: () => undefined })
  expect(t('Delete {name}', { name: 'Greet' })).toBe('Delete Greet')
  expect(plural(2, 'one step', '{count} steps')).toBe('2 steps')
})

test('braces within braces, and those that are never closed', () => {
  expect(t('{{name}} and {a {name}', { name: 'Ada' })).toBe('{Ada} and {a Ada')
  expect(t('} {name} {', { name: '{name}' })).toBe('} {name} {')
})

test('a wording is said, and stays English beside it; so do wordings within it', () => {
  expect(word('{host} failed', { host: 'a.example' })).toEqual({
    english: 'a.example failed',
    said: 'a.example failed',
  })
  setTranslator({ text: (text, { place }) => `${text} (${place})`, plural: () => undefined })
  const place = word('here')
  expect(word('Lost {place}', { place })).toEqual({ english: 'Lost here', said: 'Lost {place} (here (undefined))' })
})

test('what is made in English is, also when it fails; then the other language goes on', () => {
  setTranslator({ text: () => 'gesagt', plural: () => 'gesagt' })
  expect(inEnglish(() => t('said'))).toBe('said')
  expect(() =>
    inEnglish(() => {
      throw new Error(t('said'))
    }),
  ).toThrow('said')
  expect(t('said')).toBe('gesagt')
})
