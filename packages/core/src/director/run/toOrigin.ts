import type { RunOrigin } from '../RunOptions.ts'

/** What a run tells of where it began. */
export function toOrigin({ runId, stepIds }: RunOrigin): Pick<RunOrigin, 'runId' | 'stepIds'> {
  return { ...(runId === undefined ? {} : { runId }), stepIds }
}
