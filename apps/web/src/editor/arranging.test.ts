import { serializeAgentConfig } from '@petal/core/model'
import { expect, test } from 'vitest'
import { toAgentConfig } from './AgentDocument.ts'
import { createTestEditor } from './createTestEditor.ts'
import { selectDocument } from './selectors.ts'

function createChain() {
  const editor = createTestEditor()
  const ids = [editor.drop('set', [0, 0]), editor.drop('set', [340, 0]), editor.drop('set', [680, 0])] as const
  return { ...editor, editor, ids }
}

test('steps are disabled and enabled together, each time as one entry', () => {
  const { editor, ids } = createChain()
  editor.select(ids[0], ids[1])
  editor.arrange.toggleDisabled()
  expect(editor.agent.steps.map(({ disabled }) => disabled)).toEqual([true, true, undefined])
  editor.select(...ids)
  editor.arrange.toggleDisabled()
  expect(editor.agent.steps.every(({ disabled }) => disabled)).toBe(true)
  expect(editor.editor.store.getState().session.announcement.text).toMatch(/^Disabled /)
  editor.arrange.toggleDisabled()
  expect(editor.agent.steps.some(({ disabled }) => disabled)).toBe(false)
  editor.undo()
  editor.undo()
  expect(editor.agent.steps.map(({ disabled }) => disabled)).toEqual([true, true, undefined])
})

test('pinning keeps the agent the same object, is kept when the card is moved, and is undone', () => {
  const { editor, ids } = createChain()
  const before = editor.agent
  editor.select(ids[1])
  editor.arrange.togglePinned()
  expect(editor.agent).toBe(before)
  editor.actions.nudge(8, 0, 'here')
  expect(editor.layout[ids[1]]).toEqual([348, 0, 'pinned'])
  const file = toAgentConfig(selectDocument(editor.editor.store.getState()))
  expect(serializeAgentConfig(file)).toContain(`"${ids[1]}": [348, 0, "pinned"]`)
  editor.arrange.togglePinned()
  expect(editor.layout[ids[1]]).toEqual([348, 0])
  editor.undo()
  editor.undo()
  editor.undo()
  expect(editor.layout[ids[1]]).toEqual([340, 0])
})

test('aligning and distributing are one entry each, and take notes along', () => {
  const { editor, ids } = createChain()
  editor.arrange.addNote([500, 400])
  editor.actions.select({ stepIds: ids, noteIds: ['note-1'] })
  editor.arrange.align('left')
  expect(ids.map((id) => editor.layout[id]?.[0])).toEqual([0, 0, 0])
  expect(editor.agent.notes).toMatchObject([{ position: [0, 330] }])
  editor.arrange.distribute('vertically')
  editor.undo()
  expect(editor.agent.notes).toMatchObject([{ position: [0, 330] }])
  editor.undo()
  expect(ids.map((id) => editor.layout[id])).toEqual([
    [0, 0],
    [340, 0],
    [680, 0],
  ])
})

test('a pinned step makes no room for one that is put before it', () => {
  const { editor, ids } = createChain()
  editor.select(ids[1])
  editor.arrange.togglePinned()
  const added = editor.dropOnWire('set', ids[0], ids[1]) ?? ''
  expect(editor.layout[ids[1]]).toEqual([340, 0, 'pinned'])
  expect(editor.layout[ids[2]]).not.toEqual([680, 0])
  const [x = 0, y = 0] = editor.layout[added] ?? []
  expect(Math.abs(x - 340) < 256 && Math.abs(y) < 92).toBe(false)
})
