import { expect, test } from 'vitest'
import { createEmptyAgent } from './createEmptyAgent.ts'
import { createTestEditor, type TestEditor } from './createTestEditor.ts'
import { describeLoss } from './describeLoss.ts'
import type { Selection } from './EditorState.ts'

/** A condition whose exits lead to these steps, out of `a`, `b`, `c`, `d` and `e`. */
function choosing(...targets: readonly string[]) {
  const branches = targets.slice(1).map((_, index) => ({ name: `branch-${index}`, when: 'true' }))
  const exits = ['else', ...branches.map(({ name }) => name)]
  const rest = ['before', ...new Set(targets)].map((id) => ({
    id,
    strategyType: 'set',
    nodeName: id.toUpperCase(),
    config: {},
  }))
  return createTestEditor({
    ...createEmptyAgent(),
    steps: [...rest, { id: 'choose', strategyType: 'condition', config: { branches } }],
    edges: [
      { from: 'START', to: 'before' },
      { from: 'before', to: 'choose' },
      ...targets.map((to, index) => ({ from: 'choose', exit: exits[index] ?? '', to })),
    ],
    layout: Object.fromEntries(
      ['choose', ...rest.map(({ id }) => id)].map((id, index) => [id, [index * 300, 0] as const]),
    ),
  })
}

function lossOf(editor: TestEditor, selection: Partial<Selection>, remove: () => unknown) {
  editor.actions.select(selection)
  remove()
  const { removed } = editor.editor.store.getState().session
  return {
    wires: editor.wires,
    loss: removed && describeLoss(removed.before, removed.after, ({ id }) => id.toUpperCase()),
  }
}

function lossOfChoice(...targets: readonly string[]) {
  const editor = choosing(...targets)
  return lossOf(editor, { stepIds: ['choose'] }, editor.actions.removeSelection)
}

test('a step whose exits all lead to one step is bridged, and nothing is lost', () => {
  const { wires, loss } = lossOfChoice('a', 'a')
  expect(wires).toContain('before→a')
  expect(loss).toBeUndefined()
})

test('nothing is guessed behind several ways on; what that costs is told', () => {
  const { wires, loss } = lossOfChoice('a', 'b')
  expect(wires).toEqual(['START→before'])
  expect(loss).toBe('3 connections went with it. Nothing leads to A, B any more.')
})

test('cutting such a step costs the same, and says so', () => {
  const editor = choosing('a', 'b')
  const { loss } = lossOf(editor, { stepIds: ['choose'] }, editor.actions.cut)
  expect(loss).toBe('3 connections went with it. Nothing leads to A, B any more.')
})

test('of a connection that is deleted by itself nothing is told', () => {
  const editor = choosing('a', 'b')
  const { wires, loss } = lossOf(editor, { edgeIds: ['choose:else→a'] }, editor.actions.removeSelection)
  expect(wires).not.toContain('choose:else→a')
  expect(loss).toBeUndefined()
})

test('nor of a note', () => {
  const editor = choosing('a', 'b')
  const noteId = editor.arrange.addNote([0, 300])
  expect(lossOf(editor, { noteIds: [noteId ?? ''] }, editor.actions.removeSelection).loss).toBeUndefined()
})

test('connections that are deleted together with a step are counted', () => {
  const editor = choosing('a', 'b')
  const selection = { stepIds: ['before'], edgeIds: ['choose:else→a'] }
  const { wires, loss } = lossOf(editor, selection, editor.actions.removeSelection)
  expect(wires).toEqual(['choose:branch-0→b', 'START→choose'])
  expect(loss).toBe('3 connections went with it. Nothing leads to A any more.')
})

test('many steps are counted', () => {
  expect(lossOfChoice('a', 'b', 'c', 'd', 'e').loss).toBe(
    '6 connections went with it. Nothing leads to A, B, C and 2 more steps any more.',
  )
})
