import { afterEach, expect, test } from 'vitest'
import { msg, plural, setTranslator, t } from './index.ts'

afterEach(() => setTranslator(undefined))

test('a text is said as it stands, its values filled in', () => {
  expect(t('Saved')).toBe('Saved')
  expect(t('Delete {name}', { name: 'Greet' })).toBe('Delete Greet')
})

test('braces that name no value stay: texts tell people about them', () => {
  expect(t('Refer to a field as {name}')).toBe('Refer to a field as {name}')
  expect(t('{count} of {name}', { count: 0 })).toBe('0 of {name}')
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
