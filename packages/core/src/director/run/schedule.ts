/** The steps that one superstep scheduled for the next. */
export interface Schedule {
  readonly superstep: number
  readonly stepIds: readonly string[]
}

/** The channel that holds it: no state field can have this name. */
export const SCHEDULE_KEY = 'petal:schedule'

/** Collects what the steps of one superstep schedule; a later superstep begins anew. */
export function addSchedule(current: Schedule, next: Schedule): Schedule {
  if (next.superstep !== current.superstep) return next
  return { superstep: next.superstep, stepIds: [...current.stepIds, ...next.stepIds] }
}

/** The ids of all steps active in a superstep: those scheduled by the one before, or those a run starts with. */
export function scheduledNow(
  scheduled: Schedule | undefined,
  superstep: number,
  stepId: string,
  starts: readonly string[],
): readonly string[] {
  if (scheduled !== undefined && scheduled.superstep === superstep - 1) return scheduled.stepIds
  return starts.includes(stepId) ? starts : [stepId]
}
