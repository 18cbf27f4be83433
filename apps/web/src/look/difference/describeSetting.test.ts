import { setTranslator } from '@petal/ui/language'
import { afterEach, expect, test } from 'vitest'
import { speak } from '../../language/speak.ts'
import { describeSetting } from './describeSetting.ts'

afterEach(() => setTranslator(undefined))

test.each([
  [['config', 'promptTemplate'], 'Prompt', 'Prompt'],
  [['config', 'systemPrompt'], 'System prompt', 'System-Prompt'],
  [['config', 'routes', '0', 'name'], 'Routes · 1 · Name', 'Wege · 1 · Name'],
  [['onError'], 'After an error', 'Nach einem Fehler'],
])('%j', async (setting, english, german) => {
  expect(describeSetting(setting)).toBe(english)
  await speak('de')
  expect(describeSetting(setting)).toBe(german)
})
