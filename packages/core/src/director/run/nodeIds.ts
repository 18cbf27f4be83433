import type { AgentPlan } from '../AgentPlan.ts'

/**
 * The graph's node of each step, by step id. Generated, because names that people choose may hold characters, or equal
 * words, that the engine keeps for itself; never equal to a field of the state.
 */
export function nodeIdsOf({ steps, stateType }: AgentPlan): ReadonlyMap<string, string> {
  const taken = new Set(Object.keys(stateType.fields))
  return new Map(
    steps.map(({ id }) => {
      let nodeId = `n_${id}`
      while (taken.has(nodeId)) nodeId = `n_${nodeId}`
      taken.add(nodeId)
      return [id, nodeId]
    }),
  )
}
