import type { RunEvent } from './RunEvent.ts'
import type { RunState, RunWait } from './RunState.ts'

/** The state of a run that has just begun, or of one that goes on: after a pause, or from where it broke off. */
export function openRun(
  previous: RunState | undefined,
  event: Extract<RunEvent, { readonly type: 'run-start' }>,
): RunState {
  const { runId, seq, configHash, threadId, from } = event
  if (event.resumed && previous !== undefined && previous.status !== 'ended' && previous.threadId === threadId) {
    const { breakpoint: _, durationMs: workedMs = 0, ...rest } = previous
    const leg = { wentOnAt: event.at, workedMs }
    const waits = previous.status === 'paused' ? { waits: withWait(previous, event.at) } : {}
    const begunAs = previous.begunAs ?? previous.runId
    return {
      ...rest,
      ...leg,
      ...waits,
      begunAs,
      runId,
      seq,
      configHash,
      status: 'running',
      questions: [],
      problems: [],
    }
  }
  return {
    runId,
    seq,
    configHash,
    ...(threadId === undefined ? {} : { threadId }),
    status: 'running',
    ...(from === undefined ? {} : { from }),
    input: event.input,
    startedAt: event.at,
    wentOnAt: event.at,
    workedMs: 0,
    steps: {},
    turns: [],
    executions: [],
    state: event.input,
    questions: [],
    problems: [],
  }
}

function withWait({ waits = [], wentOnAt, workedMs, durationMs = workedMs }: RunState, to: number): readonly RunWait[] {
  return [...waits, { from: wentOnAt + durationMs - workedMs, to }]
}
