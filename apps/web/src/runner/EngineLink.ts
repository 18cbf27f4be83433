import { AgentError, type Problem, problemWording, type RunEvent } from '@petal/core/model'
import type { PluginFile } from '@petal/core/plugin-file'
import { msg, spokenLanguage, t } from '@petal/ui/language'
import { createFrameDelivery, type FrameDelivery } from './createFrameDelivery.ts'
import type { EditOrder, FromEngine, ModelCheck, RunOrder, ToEngine, ToolListing } from './EngineMessage.ts'
import type { EngineListener, EngineWorker } from './EngineWorker.ts'
import type {
  EditResult,
  ModelCheckResult,
  RunHandle,
  RunOutcome,
  SearchHandle,
  SearchRequest,
  SearchResult,
  ToolListResult,
} from './Runner.ts'

/** How long a stopped run may take to end by itself before its worker is ended, in milliseconds. */
const STOP_GRACE_MS = 1000

/** One run as the page follows it. */
interface OpenRun {
  readonly delivery: FrameDelivery<RunEvent>
  readonly startedAt: number
  last: RunEvent | undefined
  end(outcome?: RunOutcome): void
}

/** One search as the page follows it. */
interface OpenSearch {
  onProgress(done: number, total: number): void
  end(result: SearchResult): void
}

type CheckedMessage = Extract<FromEngine, { readonly type: 'model-checked' }>
type ListedMessage = Extract<FromEngine, { readonly type: 'tools-listed' }>
type EditedMessage = Extract<FromEngine, { readonly type: 'edited' }>

/** The page's end of the line to the engine: makes its worker, follows its runs, and replaces it when it is lost. */
export class EngineLink {
  readonly #createWorker: (listener: EngineListener) => EngineWorker
  readonly #runs = new Map<number, OpenRun>()
  readonly #checks = new Map<number, (message: CheckedMessage) => void>()
  readonly #searches = new Map<number, OpenSearch>()
  readonly #listings = new Map<number, (message: ListedMessage) => void>()
  readonly #edits = new Map<number, (message: EditedMessage) => void>()
  readonly #forgets = new Map<number, (problem?: Problem) => void>()
  #worker: EngineWorker | undefined
  #pluginUrls: readonly string[] = []
  #pluginFiles: readonly PluginFile[] = []
  #lastTicket = 0

  constructor(createWorker: (listener: EngineListener) => EngineWorker) {
    this.#createWorker = createWorker
  }

  tell(message: ToEngine): void {
    this.#worker ??= this.#open()
    this.#worker.tell(message)
  }

  addPlugins(urls: readonly string[]): void {
    this.#pluginUrls = urls
    this.#worker?.tell({ type: 'plugins', urls })
  }

  setPluginFiles(files: readonly PluginFile[]): void {
    this.#pluginFiles = files
    this.#worker?.tell({ type: 'plugin-files', files })
  }

  run(order: Omit<RunOrder, 'ticket'>, onEvents: (events: readonly RunEvent[]) => void): RunHandle {
    const ticket = ++this.#lastTicket
    let grace: ReturnType<typeof setTimeout> | undefined
    const done = new Promise<RunOutcome>((resolve) => {
      const delivery = createFrameDelivery(onEvents)
      const end = (outcome: RunOutcome = {}) => {
        clearTimeout(grace)
        this.#runs.delete(ticket)
        try {
          delivery.flush()
        } finally {
          resolve(outcome)
        }
      }
      this.#runs.set(ticket, { delivery, startedAt: Date.now(), last: undefined, end })
    })
    const stop = () => {
      if (!this.#runs.has(ticket) || grace !== undefined) return
      this.tell({ type: 'stop', ticket })
      grace = setTimeout(() => this.reset(), STOP_GRACE_MS)
    }
    this.tell({ type: 'run', order: { ...order, ticket } })
    return { done, stop }
  }

  edit(order: Omit<EditOrder, 'ticket'>): Promise<EditResult> {
    const ticket = ++this.#lastTicket
    return new Promise((resolve) => {
      this.#edits.set(ticket, ({ edit, problem = stoppedEarly }) => {
        this.#edits.delete(ticket)
        resolve(edit === undefined ? { ok: false, problem } : { ok: true, edit })
      })
      this.tell({ type: 'edit', order: { ...order, ticket } })
    })
  }

  checkModel(check: Omit<ModelCheck, 'ticket'>): Promise<ModelCheckResult> {
    const ticket = ++this.#lastTicket
    const startedAt = performance.now()
    return new Promise((resolve) => {
      this.#checks.set(ticket, ({ answer = '', problem }) => {
        this.#checks.delete(ticket)
        const durationMs = performance.now() - startedAt
        resolve(problem === undefined ? { ok: true, answer, durationMs } : { ok: false, problem })
      })
      this.tell({ type: 'check-model', check: { ...check, ticket } })
    })
  }

  search(request: SearchRequest, onProgress: OpenSearch['onProgress']): SearchHandle {
    const ticket = ++this.#lastTicket
    const done = new Promise<SearchResult>((resolve) => {
      const end = (result: SearchResult) => {
        this.#searches.delete(ticket)
        resolve(result)
      }
      this.#searches.set(ticket, { onProgress, end })
      this.tell({ type: 'search', order: { ...request, ticket } })
    })
    return { done, stop: () => this.tell({ type: 'stop', ticket }) }
  }

  listTools(listing: Omit<ToolListing, 'ticket'>): Promise<ToolListResult> {
    const ticket = ++this.#lastTicket
    return new Promise((resolve) => {
      this.#listings.set(ticket, ({ tools = [], problem }) => {
        this.#listings.delete(ticket)
        resolve(problem === undefined ? { ok: true, tools } : { ok: false, problem })
      })
      this.tell({ type: 'list-tools', listing: { ...listing, ticket } })
    })
  }

  forgetThreads(threadIds: readonly string[]): Promise<void> {
    const ticket = ++this.#lastTicket
    return new Promise((resolve, reject) => {
      this.#forgets.set(ticket, (problem) => {
        this.#forgets.delete(ticket)
        if (problem === undefined) resolve()
        else reject(new AgentError(problem.code, problemWording(problem)))
      })
      this.tell({ type: 'forget-threads', ticket, threadIds })
    })
  }

  /** Ends the worker. Runs that had begun get a last event, so that nothing goes on "running" for ever. */
  reset(problem?: Problem): void {
    this.#worker?.terminate()
    this.#worker = undefined
    for (const run of [...this.#runs.values()]) {
      const last = toLastEvent(run, problem)
      if (last !== undefined) run.delivery.add([last])
      run.end(last === undefined ? { problem: problem ?? stoppedEarly } : {})
    }
    for (const [ticket, answer] of [...this.#checks]) {
      answer({ type: 'model-checked', ticket, problem: problem ?? stoppedEarly })
    }
    for (const { end } of [...this.#searches.values()]) end({ ok: false, problem: problem ?? stoppedEarly })
    for (const [ticket, answer] of [...this.#listings]) {
      answer({ type: 'tools-listed', ticket, problem: problem ?? stoppedEarly })
    }
    for (const [ticket, answer] of [...this.#edits]) {
      answer({ type: 'edited', ticket, problem: problem ?? stoppedEarly })
    }
    for (const end of [...this.#forgets.values()]) end(problem ?? stoppedEarly)
  }

  #open(): EngineWorker {
    const worker = this.#createWorker({
      onMessage: (message) => this.#receive(message),
      onCrash: (text) => this.reset(toCrashProblem(text)),
    })
    const language = spokenLanguage()
    if (language !== 'en') worker.tell({ type: 'language', language })
    if (this.#pluginUrls.length > 0) worker.tell({ type: 'plugins', urls: this.#pluginUrls })
    if (this.#pluginFiles.length > 0) worker.tell({ type: 'plugin-files', files: this.#pluginFiles })
    return worker
  }

  #receive(message: FromEngine): void {
    if (message.type === 'ready') return
    if (message.type === 'search-progress') {
      this.#searches.get(message.ticket)?.onProgress(message.done, message.total)
      return
    }
    if (message.type === 'searched') {
      const { hits = [], problem } = message
      this.#searches.get(message.ticket)?.end(problem === undefined ? { ok: true, hits } : { ok: false, problem })
      return
    }
    if (message.type === 'model-checked') {
      this.#checks.get(message.ticket)?.(message)
      return
    }
    if (message.type === 'tools-listed') {
      this.#listings.get(message.ticket)?.(message)
      return
    }
    if (message.type === 'edited') {
      this.#edits.get(message.ticket)?.(message)
      return
    }
    if (message.type === 'threads-forgotten') {
      this.#forgets.get(message.ticket)?.(message.problem)
      return
    }
    const run = this.#runs.get(message.ticket)
    if (run === undefined) return
    if (message.type === 'end') {
      const { problem, unkept } = message
      run.end({ ...(problem === undefined ? {} : { problem }), ...(unkept === undefined ? {} : { unkept }) })
      return
    }
    run.last = message.events.at(-1) ?? run.last
    run.delivery.add(message.events)
  }
}

const stoppedEarly: Problem = {
  code: 'run.stopped',
  severity: 'error',
  message: msg('The run was stopped before it began.'),
}

function toCrashProblem(text: string): Problem {
  return {
    code: 'run.interrupted',
    severity: 'error',
    message: t('The engine stopped unexpectedly: {text}. What was done so far is kept; run the agent again.', { text }),
  }
}

function toLastEvent({ last, startedAt }: OpenRun, problem: Problem | undefined): RunEvent | undefined {
  if (last === undefined) return undefined
  const at = Date.now()
  const stamp = { runId: last.runId, seq: last.seq + 1, at, durationMs: Math.max(0, at - startedAt) }
  return problem === undefined ? { ...stamp, type: 'run-cancel' } : { ...stamp, type: 'run-error', problem }
}
