import type { FocusTarget } from '@petal/ui/schema-form'
import { useMemo } from 'react'
import { useEditor } from '../../editor/EditorContext.tsx'

/** The field that should take the focus, when it belongs to this step; without a step, to the agent itself. */
export function useFocusTarget(stepId: string | undefined): FocusTarget | undefined {
  const focus = useEditor((state) => state.session.focusField)
  return useMemo(
    () => (focus === undefined || focus.stepId !== stepId ? undefined : { path: focus.path, request: focus.request }),
    [focus, stepId],
  )
}
