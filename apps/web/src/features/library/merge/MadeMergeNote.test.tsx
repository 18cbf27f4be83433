import 'fake-indexeddb/auto'
import { createDefaultRegistry, setName } from '@petal/core/model'
import { Toaster } from '@petal/ui'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createEditor } from '../../../editor/createEditor.ts'
import { createEmptyAgent } from '../../../editor/createEmptyAgent.ts'
import { EditorProvider } from '../../../editor/EditorContext.tsx'
import { selectAgent } from '../../../editor/selectors.ts'
import { createLibrary } from '../../../storage/createLibrary.ts'
import { createMergeParts } from '../../../storage/createMergeParts.ts'
import { mergeInto } from '../../../storage/mergeInto.ts'
import { Workspace } from '../../../storage/Workspace.ts'
import { WorkspaceProvider } from '../../../storage/WorkspaceContext.tsx'
import { MadeMergeNote } from './MadeMergeNote.tsx'

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  // jsdom has no width to ask for.
  vi.stubGlobal('matchMedia', () => Object.assign(new EventTarget(), { matches: false }))
})
afterEach(() => vi.unstubAllGlobals())

test('Undo takes back no edit that was made before the toast was there', async () => {
  const editor = createEditor(createDefaultRegistry())
  const base = createEmptyAgent()
  const workspace = new Workspace({
    library: createLibrary('made-merge-test'),
    editor,
    address: { read: () => undefined, write: () => undefined, subscribe: () => () => undefined },
    rescue: localStorage,
    firstAgent: async () => base,
    mergeTab: async () => undefined,
  })
  await workspace.createAgent(base)
  const task = { base, theirs: setName(base, 'Theirs'), other: { kind: 'tab' } } as const
  expect(await mergeInto(createMergeParts(workspace, editor), task)).toBe('merge')
  editor.actions.edit('Rename', (agent) => setName(agent, 'Edited since'), 'record')
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  await act(async () =>
    root.render(
      <WorkspaceProvider workspace={workspace}>
        <EditorProvider editor={editor}>
          <Toaster />
          <MadeMergeNote />
        </EditorProvider>
      </WorkspaceProvider>,
    ),
  )
  const undo = await vi.waitFor(() => {
    const found = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Undo')
    if (found === undefined) throw new Error('There is no Undo.')
    return found
  })
  await act(async () => undo.click())
  expect(selectAgent(editor.store.getState()).name).toBe('Edited since')
  await act(async () => root.unmount())
})
