import type { AgentConfig } from '@petal/core/model'

/** Whether the runs of an agent go on from one another: it has a memory, or a checkpointer. */
export function remembersThreads({ checkpointer, memory }: AgentConfig): boolean {
  return checkpointer?.enabled === true || memory?.enabled === true
}
