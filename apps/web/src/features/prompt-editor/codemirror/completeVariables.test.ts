import { CompletionContext, type CompletionResult, type CompletionSource } from '@codemirror/autocomplete'
import { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import { completeExpression, completeTemplate } from './completeVariables.ts'
import type { VariableSet } from './VariableSet.ts'
import { setVariables, variablesField } from './variablesField.ts'

const question = { name: 'question', type: 'string', value: 'Why?' }
const user = { name: 'user', type: 'object', value: { name: 'Ada', address: { city: 'Paris' } } }
const later = { name: 'later', type: 'string' }
const variables: VariableSet = { complete: true, variables: [question, user, later], offer: () => [question, user] }

/** What is offered at the end of a text. */
function offer(
  source: CompletionSource,
  text: string,
): { readonly from: number; readonly labels: readonly string[] } | null {
  const empty = EditorState.create({ doc: text, extensions: [variablesField] })
  const { state } = empty.update({ effects: setVariables.of(variables) })
  // Both sources answer at once.
  const result = source(new CompletionContext(state, text.length, false)) as CompletionResult | null
  return result && { from: result.from, labels: result.options.map(({ label }) => label) }
}

test('an opening brace offers the fields that can have a value here', () => {
  expect(offer(completeTemplate, 'Hello {')).toEqual({ from: 7, labels: ['question', 'user'] })
  expect(offer(completeTemplate, 'Hello {qu')?.from).toBe(7)
})

test('a dot offers the keys that the value had in the newest run', () => {
  expect(offer(completeTemplate, '{user.')).toEqual({ from: 6, labels: ['name', 'address'] })
  expect(offer(completeTemplate, '{user.address.c')).toEqual({ from: 14, labels: ['city'] })
})

test.each(['Hello', 'Hello {{', '{question.', '{user.name.', '{nothing.'])('%j offers nothing', (text) => {
  expect(offer(completeTemplate, text)).toBeNull()
})

test('an expression offers fields and functions by their letters', () => {
  expect(offer(completeExpression, '1 + ')).toBeNull()
  const { from, labels } = offer(completeExpression, 'len') ?? { from: -1, labels: [] }
  expect(from).toBe(0)
  expect(labels).toEqual(expect.arrayContaining(['question', 'length']))
  expect(offer(completeExpression, 'user.')?.labels).toEqual(['name', 'address'])
})
