import { useEditor, useEditorInstance } from '../../editor/EditorContext.tsx'
import { innerPlace } from '../../editor/innerPlace.ts'
import { selectSelection, selectStep } from '../../editor/selectors.ts'

/** Which language the step in hand says a text of its settings is written in. */
export function useTextLanguage(path: string): 'template' | 'expression' {
  const editor = useEditorInstance()
  const { facts } = editor
  return useEditor((state) => {
    const stepId = selectSelection(state).stepIds[0]
    const step = stepId === undefined ? undefined : selectStep(state, stepId)
    if (step === undefined) return 'template'
    const inner = innerPlace(editor, step.id, path)
    const owner = inner?.agent.steps.find(({ id }) => id === inner.stepId) ?? step
    return facts.of(owner).texts.find((text) => text.path === (inner?.path ?? path))?.language ?? 'template'
  })
}
