import type { AgentConfig } from '@petal/core/model'

/** A name for a new step that no other step has: `Ask a model`, `Ask a model 2` … */
export function freeName({ steps }: AgentConfig, title: string): string {
  const taken = new Set(steps.map(({ nodeName }) => nodeName))
  if (!taken.has(title)) return title
  let count = 2
  while (taken.has(`${title} ${count}`)) count += 1
  return `${title} ${count}`
}
