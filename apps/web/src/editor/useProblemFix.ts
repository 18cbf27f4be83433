import type { Problem } from '@petal/core/model'
import { useMemo } from 'react'
import { applyProblemFix } from './applyProblemFix.ts'
import { useActions, useReadOnly } from './EditorContext.tsx'

/** The way to make a problem's change; undefined while nothing may be changed, so that no button is shown for it. */
export function useProblemFix(): ((problem: Problem) => void) | undefined {
  const actions = useActions()
  const readOnly = useReadOnly()
  return useMemo(
    () => (readOnly === undefined ? (problem) => applyProblemFix(actions, problem) : undefined),
    [actions, readOnly],
  )
}
