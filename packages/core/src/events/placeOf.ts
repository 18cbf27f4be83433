import { placeWithin } from './placeWithin.ts'
import type { RunState, StepExecution } from './RunState.ts'

type Placed = Pick<StepExecution, 'stepId' | 'iteration' | 'path' | 'key'>

/**
 * Which execution of its run one is, by step ids, turns and keys: another run of the same agent has it at the same place,
 * under another id.
 */
export function placeOf(execution: Placed, { executions }: Pick<RunState, 'executions'>): string {
  const callers = execution.path.flatMap((id) => executions.find(({ executionId }) => executionId === id) ?? [])
  const place = callers.reduce<string | undefined>(placeWithin, undefined)
  return placeWithin(place, execution)
}
