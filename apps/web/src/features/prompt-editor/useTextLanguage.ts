import { useEditor, useEditorInstance } from '../../editor/EditorContext.tsx'
import { selectSelection, selectStep } from '../../editor/selectors.ts'

/** Which language the step in hand says a text of its settings is written in. */
export function useTextLanguage(path: string): 'template' | 'expression' {
  const { facts } = useEditorInstance()
  return useEditor((state) => {
    const stepId = selectSelection(state).stepIds[0]
    const step = stepId === undefined ? undefined : selectStep(state, stepId)
    return step === undefined
      ? 'template'
      : (facts.of(step).texts.find((text) => text.path === path)?.language ?? 'template')
  })
}
