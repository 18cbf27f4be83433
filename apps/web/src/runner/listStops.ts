import type { AgentConfig, Breakpoints } from '@petal/core/model'
import type { MarkedSteps } from '../editor/EditorState.ts'

/**
 * Where a run pauses: before the marked steps, as far as this agent and those within its file have them. Before all of
 * them, a run goes on by one step. `until`: marked for this once.
 */
export function listStops(
  { steps, agents = {} }: AgentConfig,
  marked: MarkedSteps | 'all',
  until: MarkedSteps = {},
): Breakpoints {
  const within = (agentId: string, own: AgentConfig['steps']): readonly string[] => {
    const ids = own.map(({ id }) => id)
    return marked === 'all' ? ids : ids.filter((id) => marked[agentId]?.includes(id) || until[agentId]?.includes(id))
  }
  const inner = Object.entries(agents).map(([id, agent]) => [id, { before: within(id, agent.steps) }] as const)
  return { before: within('', steps), agents: Object.fromEntries(inner.filter(([, { before }]) => before.length > 0)) }
}
