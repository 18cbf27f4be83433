import type { AgentConfig, RunEvent, State } from '@petal/core/model'
import type { RunStore } from '../storage/createRunStore.ts'
import type { RunRecordStatus } from '../storage/LibrarySchema.ts'

/** How often the events of a run are written while it runs, in milliseconds. */
const WRITE_EVERY_MS = 500
/** A run that says more than this is kept without its single tokens from here on. In characters, counted roughly. */
const MOST_CHARACTERS = 4_000_000

/**
 * What is written down at once. A page that comes back must not ask again what was answered, and must be able to tell
 * what had begun and may be done again.
 */
const beginnings: ReadonlySet<RunEvent['type']> = new Set([
  'run-start',
  'step-start',
  'model-start',
  'tool-start',
  'state-edit',
  'question-answer',
])

/** Whose run it is. */
export interface RecordedAgent {
  readonly id: string
  readonly name: string
}

/** Writes one run down while it happens, so that a reload finds what there was of it. */
export interface RunRecorder {
  /** How the run stands, as far as it was heard. */
  readonly status: RunRecordStatus
  add(events: readonly RunEvent[]): void
  /** Writes the rest. Resolves also when the store refuses: a run is never worth failing for its record. */
  close(): Promise<void>
}

/** What is recorded: a new run of an agent, or more of one that goes on. */
export type Recording =
  | { readonly agent: RecordedAgent; readonly config: AgentConfig }
  | { readonly runId: string; readonly parts: number; readonly status: RunRecordStatus }

export function createRunRecorder(runs: RunStore, recording: Recording): RunRecorder {
  const progress: Progress = { index: 0, characters: 0, status: 'running' }
  if ('runId' in recording) Object.assign(progress, { index: recording.parts, status: recording.status })
  let waiting: RunEvent[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let writing: Promise<void> = Promise.resolve()
  let runId = 'runId' in recording ? recording.runId : undefined

  const write = () => {
    clearTimeout(timer)
    timer = undefined
    const events = waiting
    waiting = []
    if (runId === undefined || events.length === 0) return
    const part = toPart(progress, events)
    const id = runId
    writing = writing.then(() => runs.append(id, part)).catch(() => undefined)
  }

  return {
    get status() {
      return progress.status
    },
    add(events) {
      for (const event of events) {
        if (event.type === 'run-start' && runId === undefined) {
          runId = event.runId
          writing = startRun(runs, event, recording).catch(() => undefined)
        }
        if (progress.characters < MOST_CHARACTERS || event.type !== 'step-delta') waiting.push(event)
        follow(progress, event)
      }
      if (progress.status !== 'running' || events.some(({ type }) => beginnings.has(type))) write()
      else timer ??= setTimeout(write, WRITE_EVERY_MS)
    },
    async close() {
      write()
      await writing
    },
  }
}

interface Progress {
  index: number
  characters: number
  status: RunRecordStatus
  lastStepId?: string
  /** When it began, or went on; nothing while it waits. */
  workingSince?: number | undefined
  /** How long it was at work since the last part was written. */
  workedMs?: number | undefined
}

function follow(progress: Progress, event: RunEvent): void {
  if (event.type === 'step-delta') progress.characters += event.text.length + 150
  if (event.type === 'step-start') progress.lastStepId = event.stepId
  if (event.type === 'run-start') progress.workingSince = event.at
  if (event.type in statusAfter && progress.workingSince !== undefined) {
    progress.workedMs = Math.max(0, event.at - progress.workingSince)
    progress.workingSince = undefined
  }
  // An edit is made while a run waits, or before its first step: it goes on as it was.
  if (event.type !== 'state-edit') progress.status = statusAfter[event.type] ?? 'running'
}

const statusAfter: Partial<Readonly<Record<RunEvent['type'], RunRecordStatus>>> = {
  'run-pause': 'paused',
  'run-end': 'done',
  'run-error': 'failed',
  'run-cancel': 'stopped',
}

function toPart(progress: Progress, events: readonly RunEvent[]) {
  const { index, status, lastStepId, workedMs } = progress
  progress.index += 1
  progress.workedMs = undefined
  return {
    ...{ index, events, status },
    ...(lastStepId === undefined ? {} : { lastStepId }),
    ...(workedMs === undefined ? {} : { workedMs }),
  }
}

async function startRun(runs: RunStore, event: RunStart, recording: Recording): Promise<void> {
  if ('agent' in recording) await runs.start(toRun(event, recording.agent), recording.config)
}

type RunStart = Extract<RunEvent, { readonly type: 'run-start' }>

function toRun(event: RunStart, agent: RecordedAgent) {
  const input: State = event.input
  return {
    runId: event.runId,
    agentId: agent.id,
    agentName: agent.name,
    startedAt: event.at,
    input,
    threadId: event.threadId ?? event.runId,
    configHash: event.configHash,
  }
}
