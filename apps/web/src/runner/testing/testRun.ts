import type { RunState } from '@petal/core/model'

/** An account of a run for tests, of which only this matters. */
export function testRun(told: Partial<RunState> = {}): RunState {
  return {
    ...{ runId: 'r', configHash: '', status: 'ended', input: {}, startedAt: 0, wentOnAt: 0, workedMs: 0, seq: 1 },
    ...{ steps: {}, turns: [], executions: [], state: {}, questions: [], problems: [] },
    ...told,
  }
}
