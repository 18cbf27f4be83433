import { expect, test } from 'vitest'
import { createTestEditor } from '../../editor/createTestEditor.ts'
import { listRows } from './listRows.ts'
import { rowOfChange } from './rowOfChange.ts'

/** A chain of `llm` and `set`. */
function openChain() {
  const editor = createTestEditor()
  editor.click('llm')
  editor.actions.select({ stepIds: ['llm'] })
  editor.click('set')
  return editor
}

type TestEditor = ReturnType<typeof openChain>

const rowsOf = ({ agent, editor }: TestEditor) => listRows(agent, editor.facts, new Set())

/** The row that `undo` leads to when this one has the focus. */
function rowOfUndo(editor: TestEditor, activeId: string): string | undefined {
  const before = rowsOf(editor)
  editor.undo()
  return rowOfChange(before, rowsOf(editor), activeId)
}

test('the row of a step that comes back', () => {
  const editor = openChain()
  editor.actions.select({ stepIds: ['set'] })
  editor.actions.removeSelection()
  expect(editor.ids).toEqual(['llm'])
  expect(rowOfUndo(editor, 'end')).toBe('step set')
})

test('the way into which a step had come that goes again', () => {
  const editor = openChain()
  expect(rowOfUndo(editor, 'step set')).toBe('way llm  0')
})

test('the row of a step whose settings change back, and none when it has the focus', () => {
  const editor = openChain()
  editor.actions.setStepValue('llm', 'nodeName', 'Writer')
  expect(rowOfUndo(editor, 'end')).toBe('step llm')
  editor.redo()
  expect(rowOfUndo(editor, 'step llm')).toBeUndefined()
})

test('none for what the rows do not tell', () => {
  const editor = openChain()
  editor.actions.moveSteps({ llm: [500, 500] })
  expect(rowOfUndo(editor, 'end')).toBeUndefined()
})

test('the step above a row that goes and leaves all others as they were', () => {
  const before = rowsOf(openChain())
  const after = before.filter(({ id }) => id !== 'way set  0')
  expect(rowOfChange(before, after, 'way set  0')).toBe('step set')
})
