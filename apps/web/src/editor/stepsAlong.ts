import type { AgentConfig } from '@petal/core/model'
import { edgesOfAgent } from './selectors.ts'

/**
 * The steps that lead to any of these (`before`), or that these lead to (`after`), over any number of edges; these
 * themselves among them. In the order of the agent's steps.
 */
export function stepsAlong(
  agent: AgentConfig,
  stepIds: readonly string[],
  direction: 'before' | 'after',
): readonly string[] {
  const next = new Map<string, string[]>()
  for (const { from, to } of edgesOfAgent(agent)) {
    const [near, far] = direction === 'after' ? [from, to] : [to, from]
    next.set(near, [...(next.get(near) ?? []), far])
  }
  const found = new Set(stepIds)
  const waiting = [...stepIds]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const other of next.get(id) ?? []) {
      if (!found.has(other)) waiting.push(other)
      found.add(other)
    }
  }
  return agent.steps.flatMap(({ id }) => (found.has(id) ? [id] : []))
}
