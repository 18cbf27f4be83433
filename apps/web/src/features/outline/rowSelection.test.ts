import { expect, test } from 'vitest'
import { createEmptyAgent } from '../../editor/createEmptyAgent.ts'
import { createTestEditor } from '../../editor/createTestEditor.ts'
import { noSelection } from '../../editor/noSelection.ts'
import { listRows } from './listRows.ts'
import { isRowSelected, rowOfSelection, selectionOf, selectRange, toggleRow } from './rowSelection.ts'

const { facts } = createTestEditor().editor
const agent = {
  ...createEmptyAgent(),
  steps: ['a', 'b'].map((id) => ({ id, strategyType: 'set', config: { values: [] } })),
  groups: [{ id: 'g', title: 'Both', steps: ['a', 'b'] }],
  notes: [{ id: 'n', text: 'Look' }],
}
const rows = listRows(agent, facts, new Set())

function row(id: string) {
  const found = rows.find((other) => other.id === id)
  if (!found) throw new Error(`no row ${id}`)
  return found
}

test.each([
  ['step a', { ...noSelection, stepIds: ['a'] }],
  ['way a  0', { ...noSelection, edgeIds: ['a→b'] }],
  ['way b  0', { ...noSelection, edgeIds: ['b→END'] }],
  ['group g', { ...noSelection, stepIds: ['a', 'b'] }],
  ['note n', { ...noSelection, noteIds: ['n'] }],
  ['start', noSelection],
])('with the row "%s" goes what it stands for', (id, selection) => {
  expect(selectionOf(row(id))).toEqual(selection)
})

test('a group is selected when all in it are', () => {
  expect(isRowSelected(row('group g'), { ...noSelection, stepIds: ['a'] })).toBe(false)
  expect(isRowSelected(row('group g'), { ...noSelection, stepIds: ['b', 'a'] })).toBe(true)
  expect(isRowSelected(row('start'), noSelection)).toBe(false)
})

test('a row is added to the selection, and taken away', () => {
  const one = selectionOf(row('step a'))
  const both = toggleRow(row('note n'), one)
  expect(both).toEqual({ stepIds: ['a'], edgeIds: [], noteIds: ['n'] })
  expect(toggleRow(row('step a'), both)).toEqual({ ...noSelection, noteIds: ['n'] })
})

test('a range takes the steps and notes in it, from either end', () => {
  const [first, last] = [rows.indexOf(row('step a')), rows.indexOf(row('note n'))]
  const all = { stepIds: ['a', 'b'], edgeIds: [], noteIds: ['n'] }
  expect(selectRange(rows, first, last)).toEqual(all)
  expect(selectRange(rows, last, first)).toEqual(all)
})

test.each([
  [{ ...noSelection, stepIds: ['a', 'b'] }, 'step b'],
  [{ ...noSelection, edgeIds: ['a→b'] }, 'way a  0'],
  [{ ...noSelection, noteIds: ['n'] }, 'note n'],
  [noSelection, undefined],
])('%j is followed to the row %s', (selection, id) => {
  expect(rowOfSelection(rows, selection)?.id).toBe(id)
})
