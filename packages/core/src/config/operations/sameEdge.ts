import type { EdgeConfig } from '../AgentConfig.ts'

/** True when both edges lead from the same exit of the same step to the same step. */
export function sameEdge(a: EdgeConfig, b: EdgeConfig): boolean {
  return a.from === b.from && a.to === b.to && a.exit === b.exit
}
