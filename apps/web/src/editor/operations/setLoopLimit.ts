import type { AgentConfig, EdgeConfig } from '@petal/core/model'
import { edgeId } from '../edgeId.ts'

/** How many turns a loop may have, and the exit by which it is left then. */
export type LoopLimit = Pick<EdgeConfig, 'maxTurns' | 'leaveBy'>

/** Changes the limit of one edge; what is undefined is taken away. Without a number of turns there is no exit either. */
export function setLoopLimit(
  agent: AgentConfig,
  id: string,
  change: { readonly [Key in keyof LoopLimit]: LoopLimit[Key] | undefined },
): AgentConfig {
  const edges = agent.edges?.map((edge) => (edgeId(edge) === id ? withLimit(edge, change) : edge))
  return edges === undefined ? agent : { ...agent, edges }
}

function withLimit(
  edge: EdgeConfig,
  change: { readonly [Key in keyof LoopLimit]: LoopLimit[Key] | undefined },
): EdgeConfig {
  const { maxTurns, leaveBy, ...rest } = { ...edge, ...change }
  return {
    ...rest,
    ...(maxTurns === undefined ? {} : { maxTurns }),
    ...(maxTurns === undefined || leaveBy === undefined ? {} : { leaveBy }),
  }
}
