import { expect, test } from 'vitest'
import { createTestEditor } from '../editor/createTestEditor.ts'
import { memoryStorage } from '../look/testing/memoryStorage.ts'
import { rememberPanels } from './rememberPanels.ts'

function open(storage: ReturnType<typeof memoryStorage>, isPassing = () => false) {
  const { editor } = createTestEditor()
  rememberPanels(editor.store, editor.actions, { storage, isPassing })
  return { actions: editor.actions, panels: () => editor.store.getState().session.panels }
}

test('panels are open or closed as they were last time', () => {
  const storage = memoryStorage()
  open(storage).actions.setPanels({ paletteOpen: false, overviewOpen: true })
  expect(open(storage).panels()).toMatchObject({ paletteOpen: false, sideOpen: true, overviewOpen: true })
})

test('what opens and closes in a narrow window is no habit', () => {
  const storage = memoryStorage()
  open(storage, () => true).actions.setPanels({ paletteOpen: false })
  expect(open(storage).panels().paletteOpen).toBe(true)
})

test('the outline is a habit in a narrow window, too, and leaves the others as they were', () => {
  const storage = memoryStorage()
  open(storage).actions.setPanels({ paletteOpen: false })
  const narrow = open(storage, () => true)
  narrow.actions.setPanels({ runOpen: false })
  narrow.actions.setPanels({ outlineOpen: true })
  expect(open(storage).panels()).toMatchObject({ paletteOpen: false, runOpen: true, outlineOpen: true })
})

test('the tab that was in front is not remembered: it belongs to the moment', () => {
  const storage = memoryStorage()
  open(storage).actions.showSide('problems')
  expect(open(storage).panels().sideTab).toBe('step')
})

test.each(['{', '[]', 'null', '{"paletteOpen":"no"}'])('what is not a record of panels is passed over: %s', (text) => {
  expect(open(memoryStorage(text)).panels()).toMatchObject({ paletteOpen: true, sideOpen: true, runOpen: true })
})
