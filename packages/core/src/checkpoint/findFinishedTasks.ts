import type { CheckpointTuple } from '@langchain/langgraph-checkpoint'

/** Writes by which LangGraph itself keeps track of a task; every other one is the task's result. */
const bookkeeping: ReadonlySet<string> = new Set([
  '__error__',
  '__error_source_node__',
  '__interrupt__',
  '__resume__',
  '__scheduled__',
])

/** The ids of the tasks of an unfinished superstep that did their work. */
export function findFinishedTasks({ pendingWrites = [] }: Pick<CheckpointTuple, 'pendingWrites'>): ReadonlySet<string> {
  return new Set(pendingWrites.filter(([, channel]) => !bookkeeping.has(channel)).map(([taskId]) => taskId))
}
