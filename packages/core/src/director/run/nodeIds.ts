import type { AgentPlan } from '../AgentPlan.ts'

/**
 * The graph's node of each step, by step id. Generated, because names that people choose may hold characters, or equal
 * words, that the engine keeps for itself; never equal to a field of the state.
 */
export function nodeIdsOf({ steps, stateType }: AgentPlan): ReadonlyMap<string, string> {
  return new Map(
    steps.map(({ id }) => {
      let nodeId = `n_${id}`
      while (Object.hasOwn(stateType.fields, nodeId)) nodeId = `n_${nodeId}`
      return [id, nodeId]
    }),
  )
}
