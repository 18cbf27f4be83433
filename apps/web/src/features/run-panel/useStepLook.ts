import type { StepCategory } from '@petal/core/model'
import { useStepFacts } from '../../editor/EditorContext.tsx'

/** Picture and kind of a step, also of one that is no longer on the canvas. */
export function useStepLook(stepId: string): { readonly icon: string; readonly category: StepCategory } {
  const facts = useStepFacts(stepId)
  return { icon: facts?.icon ?? 'circle-help', category: facts?.category ?? 'other' }
}
