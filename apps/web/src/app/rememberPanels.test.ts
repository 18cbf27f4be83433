import { expect, test } from 'vitest'
import { createTestEditor } from '../editor/createTestEditor.ts'
import { rememberPanels } from './rememberPanels.ts'

function memory(text: string | null = null) {
  let kept = text
  return {
    getItem: () => kept,
    setItem: (_: string, value: string) => {
      kept = value
    },
  }
}

function open(storage: ReturnType<typeof memory>) {
  const { editor } = createTestEditor()
  rememberPanels(editor.store, editor.actions, storage)
  return { actions: editor.actions, panels: () => editor.store.getState().session.panels }
}

test('panels are open or closed as they were last time', () => {
  const storage = memory()
  open(storage).actions.setPanels({ paletteOpen: false, overviewOpen: true })
  expect(open(storage).panels()).toMatchObject({ paletteOpen: false, sideOpen: true, overviewOpen: true })
})

test('the tab that was in front is not remembered: it belongs to the moment', () => {
  const storage = memory()
  open(storage).actions.showSide('problems')
  expect(open(storage).panels().sideTab).toBe('step')
})

test.each(['{', '[]', 'null', '{"paletteOpen":"no"}'])('what is not a record of panels is passed over: %s', (text) => {
  expect(open(memory(text)).panels()).toMatchObject({ paletteOpen: true, sideOpen: true, runOpen: true })
})
