import type { RunState } from '@petal/core/model'

/** The id of the record of a run: the one it began with, however often it has gone on since. */
export function recordIdOf({ runId, begunAs = runId }: Pick<RunState, 'runId' | 'begunAs'>): string {
  return begunAs
}
