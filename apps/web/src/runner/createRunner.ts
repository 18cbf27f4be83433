import type { AgentConfig, Breakpoints, Json, LLMConfig, Problem, RunEvent, State } from '@petal/core/model'
import type { EngineListener, EngineWorker } from './createEngineWorker.ts'
import { createFrameDelivery, type FrameDelivery } from './createFrameDelivery.ts'
import type { FromEngine, SuppliedKey } from './EngineMessage.ts'

/** How long a stopped run may take to end by itself before its worker is ended, in milliseconds. */
const STOP_GRACE_MS = 1000

export interface StartOptions {
  /** Names the conversation. */
  readonly threadId: string
  readonly breakpoints?: Breakpoints
  /** The answer to what the thread waits for; with `null` as input. */
  readonly resume?: Json
  /** Only the keys this run needs. */
  readonly keys?: readonly SuppliedKey[]
}

/** One run under way. */
export interface RunHandle {
  /** Asks the run to end; after a second its worker is ended. */
  stop(): void
  /** Resolves when the last event was handed over. `problem` when the run never began. Never rejects. */
  readonly done: Promise<{ readonly problem?: Problem }>
}

/** What a model said to a tiny request. */
export type ModelCheckResult =
  | { readonly ok: true; readonly answer: string; readonly durationMs: number }
  | { readonly ok: false; readonly problem: Problem }

/** Runs agents in a worker, which is made when it is first needed. */
export interface Runner {
  /** Loads the engine ahead of time. */
  preload(): void
  /** Step types beside the built-in ones, for every run from now on. */
  usePlugins(urls: readonly string[]): void
  /** Runs the configuration as it is now; later changes of the caller's do not reach the run. */
  start(
    config: AgentConfig,
    input: State | null,
    options: StartOptions,
    onEvents: (events: readonly RunEvent[]) => void,
  ): RunHandle
  checkModel(llmConfig: LLMConfig, keys: readonly SuppliedKey[]): Promise<ModelCheckResult>
  /** Ends the worker and whatever runs in it. */
  dispose(): void
}

interface Ticket {
  readonly delivery: FrameDelivery<RunEvent>
  readonly startedAt: number
  last: RunEvent | undefined
  end(problem?: Problem): void
}

/** @param createWorker makes the engine; a new one is asked for after a crash or a forced stop. */
export function createRunner(createWorker: (listener: EngineListener) => EngineWorker): Runner {
  const tickets = new Map<number, Ticket>()
  const checks = new Map<number, (message: Extract<FromEngine, { type: 'model-checked' }>) => void>()
  let pluginUrls: readonly string[] = []
  let worker: EngineWorker | undefined
  let nextTicket = 1

  const engine = (): EngineWorker => {
    if (worker !== undefined) return worker
    worker = createWorker({ onMessage: receive, onCrash: (text) => endAll(toCrashProblem(text)) })
    if (pluginUrls.length > 0) worker.tell({ type: 'plugins', urls: pluginUrls })
    return worker
  }

  function receive(message: FromEngine): void {
    if (message.type === 'model-checked') return checks.get(message.ticket)?.(message)
    if (message.type === 'ready') return
    const ticket = tickets.get(message.ticket)
    if (ticket === undefined) return
    if (message.type === 'end') return ticket.end(message.problem)
    ticket.last = message.events.at(-1) ?? ticket.last
    ticket.delivery.add(message.events)
  }

  /** Ends the worker. Runs that had begun get a last event, so that nothing stays "running". */
  function endAll(problem?: Problem): void {
    worker?.terminate()
    worker = undefined
    for (const ticket of [...tickets.values()]) {
      const last = toLastEvent(ticket, problem)
      if (last !== undefined) ticket.delivery.add([last])
      ticket.end(last === undefined ? (problem ?? stoppedProblem) : undefined)
    }
    for (const [number, answer] of [...checks]) {
      answer({ type: 'model-checked', ticket: number, problem: problem ?? stoppedProblem })
    }
  }

  return {
    preload: () => engine().tell({ type: 'preload' }),
    usePlugins(urls) {
      pluginUrls = urls
      worker?.tell({ type: 'plugins', urls })
    },
    start(config, input, options, onEvents) {
      const number = nextTicket++
      let grace: ReturnType<typeof setTimeout> | undefined
      const done = new Promise<{ readonly problem?: Problem }>((resolve) => {
        const delivery = createFrameDelivery(onEvents)
        tickets.set(number, {
          delivery,
          startedAt: Date.now(),
          last: undefined,
          end(problem) {
            clearTimeout(grace)
            tickets.delete(number)
            delivery.flush()
            resolve(problem === undefined ? {} : { problem })
          },
        })
      })
      engine().tell({ type: 'run', order: { ticket: number, config, input, keys: [], ...options } })
      return {
        done,
        stop() {
          if (!tickets.has(number) || grace !== undefined) return
          engine().tell({ type: 'stop', ticket: number })
          grace = setTimeout(() => endAll(), STOP_GRACE_MS)
        },
      }
    },
    checkModel(llmConfig, keys) {
      const number = nextTicket++
      const startedAt = performance.now()
      return new Promise((resolve) => {
        checks.set(number, ({ answer, problem }) => {
          checks.delete(number)
          resolve(
            problem === undefined
              ? { ok: true, answer: answer ?? '', durationMs: performance.now() - startedAt }
              : { ok: false, problem },
          )
        })
        engine().tell({ type: 'check-model', check: { ticket: number, llmConfig, keys } })
      })
    },
    dispose: () => endAll(),
  }
}

const stoppedProblem: Problem = {
  code: 'run.stopped',
  severity: 'error',
  message: 'The run was stopped before it began.',
}

function toCrashProblem(text: string): Problem {
  return {
    code: 'run.interrupted',
    severity: 'error',
    message: `The engine stopped unexpectedly: ${text}. What was done so far is kept; run the agent again.`,
  }
}

function toLastEvent({ last, startedAt }: Ticket, problem: Problem | undefined): RunEvent | undefined {
  if (last === undefined) return undefined
  const at = Date.now()
  const stamp = { runId: last.runId, seq: last.seq + 1, at, durationMs: Math.max(0, at - startedAt) }
  return problem === undefined ? { ...stamp, type: 'run-cancel' } : { ...stamp, type: 'run-error', problem }
}
