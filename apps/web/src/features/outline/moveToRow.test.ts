import { expect, test } from 'vitest'
import { createEmptyAgent } from '../../editor/createEmptyAgent.ts'
import { createTestEditor } from '../../editor/createTestEditor.ts'
import { listRows } from './listRows.ts'
import { findByName, moveToRow, ownerOf } from './moveToRow.ts'

const { facts } = createTestEditor().editor
const steps = ['a', 'b'].map((id) => ({ id, strategyType: 'set', config: { values: [] } }))
// start, its way, a, its way, b, its way, end
const rows = listRows({ ...createEmptyAgent(), steps }, facts, new Set())

test.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 6, 6],
  ['ArrowUp', 0, 0],
  ['ArrowUp', 3, 2],
  ['PageDown', 0, 6],
  ['PageUp', 6, 0],
  ['Home', 4, 0],
  ['End', 2, 6],
  ['x', 2, undefined],
])('%s on row %i leads to %s', (key, at, to) => {
  expect(moveToRow(rows, at, key)).toBe(to)
})

test.each([
  [0, undefined],
  [1, 0],
  [3, 2],
  [5, 4],
  [6, undefined],
])('the row %i belongs to %s', (at, owner) => {
  expect(ownerOf(rows, at)).toBe(owner)
})

const names = ['Start', '', 'Write the draft', 'Review', 'Write it up']

test.each([
  ['the next one with the letter', 0, 'w', 2],
  ['the one after the row it is on', 2, 'w', 4],
  ['round from the end', 4, 'w', 2],
  ['the same one while the letters go on', 2, 'wri', 2],
  ['a word within the name', 0, 'dr', 2],
  ['none', 0, 'zz', undefined],
])('letters find %s', (_what, at, letters, found) => {
  expect(findByName(names, at, letters)).toBe(found)
})
