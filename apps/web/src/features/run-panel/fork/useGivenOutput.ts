import { ERROR_EXIT, type StateType, type StepPorts } from '@petal/core/model'
import { useEditor, useEditorInstance, usePlan } from '../../../editor/EditorContext.tsx'
import { indexSteps, selectFileAgent } from '../../../editor/selectors.ts'

/** What a person can give in the place of a step of the file's own agent. */
export interface GivenOutput {
  /** The fields that the step writes. */
  readonly writes: StateType['fields']
  /** The exits it can leave by. */
  readonly exits: StepPorts['outputs']
  /** True when there is nothing to give: it writes no field, and has one way on. */
  readonly isNothing: boolean
}

export function useGivenOutput(stepId: string): GivenOutput {
  const { facts } = useEditorInstance()
  const agent = useEditor(selectFileAgent)
  const plan = usePlan()
  const step = indexSteps(agent).get(stepId)
  const found = step === undefined ? undefined : facts.of(step)
  const { fields } = plan.ok ? plan.plan.stateType : agent.stateType
  // What code writes is known when it runs: then any field may be what it gives.
  const writes = Object.entries(fields).filter(
    ([name]) => found === undefined || found.writesAny || found.writes.includes(name),
  )
  const exits = (found?.ports.outputs ?? []).filter((port) => port.id !== ERROR_EXIT)
  return { writes: Object.fromEntries(writes), exits, isNothing: writes.length === 0 && exits.length < 2 }
}
