import type { FocusTarget } from '@petal/ui/schema-form'
import { useEffect, useMemo, useState } from 'react'
import type { Editor } from '../../editor/createEditor.ts'
import { useEditor, useEditorInstance } from '../../editor/EditorContext.tsx'
import type { FocusRequest } from '../../editor/EditorState.ts'
import { selectStep } from '../../editor/selectors.ts'
import { fieldToFill } from './fieldToFill.ts'

/** The newest request of each editor that was answered, so that coming back to a step does not answer it again. */
const answered = new WeakMap<Editor, number>()

/** The field that should take the focus, when it belongs to this step; without a step, to the agent itself. */
export function useFocusTarget(stepId: string | undefined): FocusTarget | undefined {
  const editor = useEditorInstance()
  const focus = useEditor((state) => state.session.focusField)
  const [since] = useState(() => answered.get(editor) ?? 0)
  const target = useMemo(() => {
    const isMeant = focus !== undefined && focus.stepId === stepId && focus.request > since
    const path = isMeant ? pathOf(editor, focus) : undefined
    return isMeant && path !== undefined ? { path, request: focus.request } : undefined
  }, [editor, focus, stepId, since])
  useEffect(() => {
    if (target !== undefined) answered.set(editor, target.request)
  }, [editor, target])
  return target
}

function pathOf({ store, registry }: Editor, { path, stepId }: FocusRequest): string | undefined {
  if (path !== undefined || stepId === undefined) return path
  const step = selectStep(store.getState(), stepId)
  const definition = step && registry.describe(step.strategyType)
  return definition && fieldToFill(definition, step)
}
