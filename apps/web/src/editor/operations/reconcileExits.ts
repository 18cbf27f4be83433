import type { AgentConfig, StepPorts } from '@petal/core/model'

/**
 * Lets edges follow when the exits of a step change. An exit that was renamed in its place takes its edges along;
 * edges of an exit that is gone go with it.
 */
export function reconcileExits(agent: AgentConfig, stepId: string, before: StepPorts, after: StepPorts): AgentConfig {
  if (!agent.edges || sameExits(before, after)) return agent
  const kept = new Set(after.outputs.map((port) => port.id))
  const sameCount = before.outputs.length === after.outputs.length
  const renamed = new Map(
    before.outputs.flatMap(({ id }, index): [string, string][] => {
      const next = after.outputs[index]?.id
      return sameCount && next !== undefined && !kept.has(id) ? [[id, next]] : []
    }),
  )
  const edges = agent.edges.flatMap((edge) => {
    if (edge.from !== stepId || edge.exit === undefined || kept.has(edge.exit)) return [edge]
    const exit = renamed.get(edge.exit)
    return exit === undefined ? [] : [{ ...edge, exit }]
  })
  return { ...agent, edges }
}

function sameExits(a: StepPorts, b: StepPorts): boolean {
  return a.outputs.length === b.outputs.length && a.outputs.every((port, index) => port.id === b.outputs[index]?.id)
}
