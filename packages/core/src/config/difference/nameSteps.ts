import type { AgentConfig } from '../AgentConfig.ts'

/** What people call the steps of two agents, by id. Of a step that was renamed, the newer name. */
export function nameSteps(before: AgentConfig, after: AgentConfig): ReadonlyMap<string, string> {
  return new Map([...before.steps, ...after.steps].map(({ id, nodeName }) => [id, nodeName ?? id]))
}
