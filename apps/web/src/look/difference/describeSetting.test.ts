import { setTranslator } from '@petal/ui/language'
import { afterEach, expect, test } from 'vitest'
import { speak } from '../../language/speak.ts'
import { describeSetting } from './describeSetting.ts'

afterEach(() => setTranslator(undefined))

test.each([
  [['config', 'promptTemplate'], 'Prompt', 'Prompt'],
  [['config', 'systemPrompt'], 'System prompt', 'System-Prompt'],
  [['config', 'routes', '0', 'name'], 'Routes · 1 · Name', 'Wege · 1 · Name'],
  [['headers', 'Name'], 'Headers · Name', 'Kopfzeilen · Name'],
  [['headers', 'Value'], 'Headers · Value', 'Kopfzeilen · Value'],
  [['config', 'headers', '0', 'value'], 'Headers · 1 · Value', 'Kopfzeilen · 1 · Wert'],
  [['config', 'json', 'value', 'list', '1'], 'Json · value · list · 2', 'Json · value · list · 2'],
  [['onError'], 'After an error', 'Nach einem Fehler'],
])('%j', async (setting, english, german) => {
  expect(describeSetting(setting)).toBe(english)
  await speak('de')
  expect(describeSetting(setting)).toBe(german)
})

test('a part of a setting is said without it, and still as a person wrote it there', async () => {
  await speak('de')
  expect(describeSetting(['Value'], ['headers'])).toBe('Value')
  expect(describeSetting(['0', 'value'], ['config', 'headers'])).toBe('1 · Wert')
})
