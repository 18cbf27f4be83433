import { AgentError } from '../../errors/AgentError.ts'
import { word } from '../../language/word.ts'
import type { State } from '../../state/StateType.ts'
import type { AgentPlan } from '../AgentPlan.ts'
import type { RunOrigin } from '../RunOptions.ts'
import { toCallConfig } from '../toLangGraph.ts'
import type { Passage } from '../toRunEvents.ts'
import { toStateEdit } from '../toStateEdit.ts'
import { checkEdit } from './checkEdit.ts'
import { checkInput } from './checkInput.ts'
import { createId } from './createId.ts'
import { nodeIdsOf } from './nodeIds.ts'

/** Where a run begins, checked. */
export interface Beginning {
  readonly stepIds: readonly string[]
  /** The state that was taken over. */
  readonly before: State
  /** What a person set on top of it. */
  readonly edit: State
}

/** Checks where a run is to begin. Fields that the agent does not have, or no longer has, are left out of the state. */
export function readBeginning(origin: RunOrigin, plan: AgentPlan): Beginning {
  const known = plan.steps.map(({ id }) => id)
  const missing = origin.stepIds.find((id) => !known.includes(id))
  if (missing !== undefined || origin.stepIds.length === 0) {
    const message = word('A run cannot begin at "{missing}": it is no step of this agent. Steps: {known}.', {
      missing: missing ?? '',
      known: known.join(', '),
    })
    throw new AgentError('build.argument', message, { detail: { available: known } })
  }
  const { stateType } = plan
  const fields = Object.entries(stateType.fields).map(
    ([name, field]) => [name, { ...field, reducer: 'replace' }] as const,
  )
  const whole = { ...stateType, fields: Object.fromEntries(fields) }
  return {
    stepIds: origin.stepIds,
    before: checkInput(origin.state, whole, createId),
    edit: checkEdit(origin.edit ?? {}, stateType, createId),
  }
}

/** Puts a thread that is empty so far where a run is to begin. */
export async function beginAt({ stepIds, before, edit }: Beginning, place: Omit<Passage, 'input'>): Promise<void> {
  const { graph, plan, session, checkpointer } = place
  const config = toCallConfig(session, checkpointer)
  const { metadata } = await graph.getState(config)
  const superstep = (metadata?.step ?? -1) + 1
  const values = { ...before, ...edit }
  const node = nodeIdsOf(plan).get(stepIds[0] ?? '') ?? ''
  await graph.updateState(config, toStateEdit({ plan, values, next: stepIds, superstep }), node)
  session.tellState(before)
  if (Object.keys(edit).length > 0) session.emit({ type: 'state-edit', values: edit, state: values, stepIds })
}
