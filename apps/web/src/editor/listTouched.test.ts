import { expect, test } from 'vitest'
import { createEmptyAgent } from './createEmptyAgent.ts'
import { createTestEditor } from './createTestEditor.ts'
import { listTouched } from './listTouched.ts'
import { selectFile } from './selectors.ts'

const step = (id: string) => ({ id, strategyType: 'set', config: {} })

test('a card that stands where it stood was not moved, though its place was written anew', () => {
  const { editor, actions } = createTestEditor({
    ...createEmptyAgent(),
    steps: [step('draft'), step('check'), step('send')],
    layout: { draft: [0, 0], check: [300, 0], send: [600, 0] },
  })
  const before = selectFile(editor.store.getState())
  actions.commit('Tidy', (file) => ({ ...file, layout: { draft: [0, 0], check: [300, 80], send: [600, 0] } }), 'record')
  const touched = listTouched(before, selectFile(editor.store.getState()))
  expect(touched.map(({ is }) => is?.id)).toEqual(['check'])
})

test('one that is let go stands where it stood, and is what the change is about', () => {
  const { editor, actions } = createTestEditor({
    ...createEmptyAgent(),
    steps: [step('draft'), step('check')],
    layout: { draft: [0, 0, 'pinned'], check: [300, 0] },
  })
  const before = selectFile(editor.store.getState())
  actions.commit('Let move', (file) => ({ ...file, layout: { draft: [0, 0], check: [300, 0] } }), 'record')
  const touched = listTouched(before, selectFile(editor.store.getState()))
  expect(touched.map(({ is }) => is?.id)).toEqual(['draft'])
})
