import { setTranslator } from '@petal/ui/language'
import { afterEach, expect, test } from 'vitest'
import { speak } from '../language/speak.ts'
import { sayLabel } from './sayLabel.ts'

afterEach(() => setTranslator(undefined))

const labels: readonly (readonly [english: string, german: string])[] = [
  ['Delete', 'Löschen'],
  ['Rename question to asked', 'question in asked umbenennen'],
  ['Add tool: Web request', 'Werkzeug hinzufügen: Web request'],
  ['Add 3 tools', '3 Werkzeuge hinzufügen'],
  ['Add field summary', 'Feld summary hinzufügen'],
  ['Add Output', 'Output hinzufügen'],
  ['Delete field summary', 'Feld summary löschen'],
  ['Delete tool look_up', 'Werkzeug look_up löschen'],
  ['Duplicate tool look_up', 'Werkzeug look_up duplizieren'],
  ['Replace 12 texts', '12 Texte ersetzen'],
  ['Use OpenAI', 'OpenAI verwenden'],
  ['What nobody has said before', 'What nobody has said before'],
]

test.each(labels)('in English it is said as it is kept: %s', (english) => {
  expect(sayLabel(english)).toBe(english)
})

test.each(labels)('in German: %s', async (english, german) => {
  await speak('de')
  expect(sayLabel(english)).toBe(german)
})
