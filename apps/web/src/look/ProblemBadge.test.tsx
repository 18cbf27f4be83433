import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTestEditor } from '../editor/createTestEditor.ts'
import { EditorProvider } from '../editor/EditorContext.tsx'
import { ProblemBadge } from './ProblemBadge.tsx'

beforeEach(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true))
afterEach(() => vi.unstubAllGlobals())

test('what was just typed wrongly shows, also where the new step still wants something else', async () => {
  const { editor, drop } = createTestEditor()
  const stepId = drop('http')
  const place = document.createElement('div')
  const root = createRoot(place)
  const words = () => place.querySelector('button')?.getAttribute('aria-label')
  await act(async () =>
    root.render(
      <EditorProvider editor={editor}>
        <ProblemBadge stepId={stepId} />
      </EditorProvider>,
    ),
  )
  expect(words()).toBeUndefined()
  await act(async () => {
    editor.actions.setStepValue(stepId, 'config.headers', [{ name: '', value: 'de' }], 'record')
    await vi.waitFor(() => expect(editor.planner.judgement.getState().byStep.get(stepId)).toHaveLength(2))
  })
  expect(words()).toBe('Give the header a name, or remove it.')
  await act(async () => root.unmount())
})
