import { Overwrite } from '@langchain/langgraph'
import { effectiveReducer } from '../state/effectiveReducer.ts'
import type { State } from '../state/StateType.ts'
import type { AgentPlan } from './AgentPlan.ts'
import { nodeIdsOf } from './run/nodeIds.ts'
import { StateEdit } from './run/StateEdit.ts'
import { SCHEDULE_KEY, type Schedule } from './run/schedule.ts'

/** What a thread is given from outside. */
export interface EditInit {
  readonly plan: AgentPlan
  /** Checked values, each that of a whole field. */
  readonly values: State
  /** The ids of the steps that run next. */
  readonly next: readonly string[]
  /** The superstep that the edit itself counts as. */
  readonly superstep: number
}

/** An edit as the graph's nodes write it. What steps add to is replaced here: a person sees the whole, and edits it. */
export function toStateEdit({ plan, values, next, superstep }: EditInit): StateEdit {
  const { fields } = plan.stateType
  const writes = Object.entries(values).flatMap(([name, value]): [string, unknown][] => {
    const field = fields[name]
    if (field === undefined) return []
    return [[name, effectiveReducer(field) === 'replace' ? value : new Overwrite(value)]]
  })
  const ids = nodeIdsOf(plan)
  const nodes = next.flatMap((id) => ids.get(id) ?? [])
  const hasJoins = plan.steps.some(({ join }) => join)
  const schedule: Schedule = { superstep, stepIds: next }
  return new StateEdit([...writes, ...(hasJoins ? [[SCHEDULE_KEY, schedule] as const] : [])], nodes)
}
