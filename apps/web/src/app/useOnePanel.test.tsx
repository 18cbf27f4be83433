import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createEmptyAgent } from '../editor/createEmptyAgent.ts'
import { createTestEditor } from '../editor/createTestEditor.ts'
import { EditorProvider } from '../editor/EditorContext.tsx'
import { useOnePanel } from './useOnePanel.ts'

beforeEach(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true))
afterEach(() => vi.unstubAllGlobals())

function OnePanel() {
  const { sideOpen } = useOnePanel()
  return sideOpen ? 'side' : 'closed'
}

test('a panel closes for another agent, and stays where the same one is only kept under another id', async () => {
  const { editor, actions } = createTestEditor()
  const config = createEmptyAgent()
  actions.open({ id: 'first', config })
  const place = document.createElement('div')
  const root = createRoot(place)
  await act(async () =>
    root.render(
      <EditorProvider editor={editor}>
        <OnePanel />
      </EditorProvider>,
    ),
  )
  expect(place.textContent).toBe('closed')
  await act(async () => actions.setPanels({ sideOpen: true }))
  await act(async () => actions.moveTo('mine'))
  expect(place.textContent).toBe('side')
  await act(async () => actions.open({ id: 'other', config }))
  expect(place.textContent).toBe('closed')
  await act(async () => root.unmount())
})
