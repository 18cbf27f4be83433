import { createAgentConfig, createDefaultRegistry, validateAgentConfig } from '@petal/core/model'
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

test.each([
  [['Fill in'], '"Fill in" lässt es womöglich aus.'],
  [['Fill in', 'Ask'], '"Fill in" und "Ask" lassen es womöglich aus.'],
])('%j that may leave a field out', (forms, said) => {
  const schema = { type: 'object', properties: { note: { type: 'string' } } }
  const form = { strategyType: 'human', config: { mode: 'form', schema } }
  const show = { id: 'show', strategyType: 'output', config: { format: 'field', field: 'note' } }
  const config = createAgentConfig({ name: 'S', fields: { note: { type: 'string' }, output: { type: 'any' } } })
  const steps = [...forms.map((nodeName) => ({ ...form, id: nodeName, nodeName })), show]
  const [problem] = validateAgentConfig({ ...config, steps }, createDefaultRegistry())
  expect(problem?.message).toContain(said)
})
