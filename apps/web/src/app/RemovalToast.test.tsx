import { setName } from '@petal/core/model'
import { Toaster } from '@petal/ui'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createEmptyAgent } from '../editor/createEmptyAgent.ts'
import { createTestEditor, type TestEditor } from '../editor/createTestEditor.ts'
import { EditorProvider } from '../editor/EditorContext.tsx'
import { RemovalToast } from './RemovalToast.tsx'

let root: Root

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  // jsdom has no width to ask for.
  vi.stubGlobal('matchMedia', () => Object.assign(new EventTarget(), { matches: false }))
  root = createRoot(document.body.appendChild(document.createElement('div')))
})
afterEach(async () => {
  await act(async () => root.unmount())
  vi.unstubAllGlobals()
})

/** A choice was deleted whose two exits led to steps that nothing else leads to. */
async function choiceDeleted(): Promise<TestEditor> {
  const step = (id: string) => ({ id, strategyType: 'set', config: {} })
  const editor = createTestEditor({
    ...createEmptyAgent(),
    steps: [
      { id: 'choose', strategyType: 'condition', config: { branches: [{ name: 'yes', when: 'true' }] } },
      step('a'),
      step('b'),
    ],
    edges: [
      { from: 'START', to: 'choose' },
      { from: 'choose', exit: 'yes', to: 'a' },
      { from: 'choose', exit: 'else', to: 'b' },
    ],
    layout: { choose: [0, 0], a: [300, 0], b: [300, 200] },
  })
  await act(async () =>
    root.render(
      <EditorProvider editor={editor.editor}>
        <Toaster />
        <RemovalToast />
      </EditorProvider>,
    ),
  )
  await act(async () => {
    editor.select('choose')
    editor.actions.removeSelection()
  })
  await vi.waitFor(() => expect(toasts()).toHaveLength(1))
  return editor
}

/** What is told, without what is about to be gone. */
function toasts(): readonly Element[] {
  return [...document.querySelectorAll('[data-sonner-toast]:not([data-removed="true"])')]
}

test('its Undo brings the steps back, and it is gone', async () => {
  const editor = await choiceDeleted()
  const undo = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Undo')
  await act(async () => undo?.click())
  expect(editor.ids).toEqual(['choose', 'a', 'b'])
  await vi.waitFor(() => expect(toasts()).toEqual([]))
})

test.each<[string, (editor: TestEditor) => void]>([
  ['was undone', ({ undo }) => undo()],
  ['was followed by another change', ({ actions }) => actions.edit('Rename', (agent) => setName(agent, 'B'), 'record')],
  ['is of an agent that was left', ({ actions }) => actions.open({ id: 'other', config: createEmptyAgent() })],
])('it is gone when the deletion %s', async (_, change) => {
  const editor = await choiceDeleted()
  await act(async () => change(editor))
  await vi.waitFor(() => expect(toasts()).toEqual([]))
})

test('of two deletions the newest is told', async () => {
  const editor = await choiceDeleted()
  await act(async () => editor.undo())
  await act(async () => {
    editor.select('choose')
    editor.actions.removeSelection()
  })
  await vi.waitFor(() => expect(toasts()).toHaveLength(1))
})
