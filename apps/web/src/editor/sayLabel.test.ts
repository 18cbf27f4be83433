import { msg, setTranslator } from '@petal/ui/language'
import { afterEach, expect, test } from 'vitest'
import { speak } from '../language/speak.ts'
import { countLabel } from './countLabel.ts'
import type { EditLabel } from './EditLabel.ts'
import { label } from './label.ts'
import { sayLabel } from './sayLabel.ts'

afterEach(() => setTranslator(undefined))

const texts = (count: number) => countLabel(count, 'Replace a text', 'Replace {count} texts')

const labels: readonly (readonly [label: EditLabel, english: string, german: string])[] = [
  [msg('Delete'), 'Delete', 'Löschen'],
  [label(msg('Delete field {name}'), { name: 'summary' }), 'Delete field summary', 'Feld summary löschen'],
  [texts(1), 'Replace a text', 'Einen Text ersetzen'],
  [texts(12), 'Replace 12 texts', '12 Texte ersetzen'],
  ['Delete field of an earlier visit', 'Delete field of an earlier visit', 'Delete field of an earlier visit'],
]

test.each(labels)('in English: %j', (given, english) => {
  expect(sayLabel(given)).toBe(english)
})

test.each(labels)('in German: %j', async (given, _, german) => {
  await speak('de')
  expect(sayLabel(given)).toBe(german)
})
