import { expect, test } from 'vitest'
import { toAgentDocument } from '../editor/AgentDocument.ts'
import { createEmptyAgent } from '../editor/createEmptyAgent.ts'
import { commitToHistory, createHistory } from '../editor/history.ts'
import { label } from '../editor/label.ts'
import { sayLabel } from '../editor/sayLabel.ts'
import { fromStoredHistory, toStoredHistory } from './storedHistory.ts'

const present = toAgentDocument(createEmptyAgent())

test('labels come back with what they name, and those of earlier visits as they were', () => {
  const other = { ...present, layout: {} }
  const named = commitToHistory(createHistory(other), 'Delete field question', { ...other }, 'record')
  const history = commitToHistory(named, label('Delete field {name}', { name: 'answer' }), present, 'record')
  const back = fromStoredHistory(structuredClone(toStoredHistory(history)), present)
  expect(back?.past.map((entry) => sayLabel(entry.label))).toEqual(['Delete field question', 'Delete field answer'])
})

test('what has no label that can be said is no history', () => {
  const stored = { past: [{ label: { text: 'Delete field {name}' }, snapshot: present }], future: [] }
  expect(fromStoredHistory(stored, present)).toBeUndefined()
})
