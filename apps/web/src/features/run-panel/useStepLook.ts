import type { StepCategory, StepExecution } from '@petal/core/model'
import { useEditor, useEditorInstance } from '../../editor/EditorContext.tsx'
import { indexSteps, selectFileAgent } from '../../editor/selectors.ts'
import { trailOfExecution } from '../../editor/trailOfExecution.ts'

/** Picture and kind of the step of an execution, also of one that is no longer on the canvas. */
export function useStepLook(execution: StepExecution): { readonly icon: string; readonly category: StepCategory } {
  const { facts } = useEditorInstance()
  useEditor((state) => state.session.registryRevision)
  const step = useEditor((state) => {
    const file = selectFileAgent(state)
    const opened = trailOfExecution(file, facts, state.runs.current, execution)?.at(-1)
    const agent = opened === undefined ? file : file.agents?.[opened.agentId]
    return agent && indexSteps(agent).get(execution.stepId)
  })
  const known = step && facts.of(step)
  return { icon: known?.icon ?? 'circle-help', category: known?.category ?? 'other' }
}
