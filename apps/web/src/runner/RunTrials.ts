import type { McpListing } from '@petal/core/mcp'
import type {
  AgentConfig,
  DocumentSearch,
  JsonObject,
  LLMConfig,
  Problem,
  RunEvent,
  State,
  StepHost,
} from '@petal/core/model'
import { msg } from '@petal/ui/language'
import type { Consent } from './Consent.ts'
import { listKeyNeeds, toHostNeeds, toKeyNeed } from './keyNeeds.ts'
import type { RunControllerParts } from './RunControllerParts.ts'
import type { ModelCheckResult, RunHandle, SearchHandle, SearchResult, StartOptions, ToolListResult } from './Runner.ts'
import { readTrial, type ToolTrial, toTrialAgent } from './toolTrial.ts'

type TrialParts = Pick<RunControllerParts, 'runner' | 'registry' | 'keyring' | 'agent' | 'plan'>

/** Something that is tried. */
export interface AgentTrial {
  /** Why it did not begin, if so. Never rejects. */
  readonly done: Promise<Problem | undefined>
  stop(): void
}

/**
 * What a person tries while building an agent, beside the run on screen: each with the keys it needs and no others. What
 * an agent from outside names is asked for nothing before the person agreed to it.
 */
export class RunTrials {
  readonly #parts: TrialParts
  readonly #consent: Pick<Consent, 'ask'>

  constructor(parts: TrialParts, consent: Pick<Consent, 'ask'>) {
    this.#parts = parts
    this.#consent = consent
  }

  /** Sends a model one tiny request, with its key if there is one. It is a model the person named, in no agent. */
  checkModel(llm: LLMConfig): Promise<ModelCheckResult> {
    const need = toKeyNeed(llm)
    return this.#parts.runner.checkModel(llm, need === undefined ? [] : this.#parts.keyring.supply([need]))
  }

  /**
   * Searches in documents as a run would, with the keys of the servers it asks.
   *
   * @param hosts those servers
   */
  search(
    search: DocumentSearch,
    question: string,
    hosts: readonly StepHost[],
    onProgress: (done: number, total: number) => void,
  ): SearchHandle {
    let handle: SearchHandle | undefined
    let isStopped = false
    const begin = async (): Promise<SearchResult> => {
      // What asks nobody needs no word.
      const refusal = hosts.length === 0 ? undefined : await this.#consent.ask()
      if (refusal !== undefined) return { ok: false, problem: refusal }
      if (isStopped) return { ok: false, problem: stoppedEarly }
      const keys = this.#parts.keyring.supply(toHostNeeds(hosts))
      handle = this.#parts.runner.search({ search, question, keys }, onProgress)
      return await handle.done
    }
    const stop = () => {
      isStopped = true
      handle?.stop()
    }
    return { done: begin(), stop }
  }

  /** Asks an MCP server for its tools, with the key that was saved for its host. */
  async listTools(server: McpListing['server'], host: string): Promise<ToolListResult> {
    const refusal = await this.#consent.ask()
    if (refusal !== undefined) return { ok: false, problem: refusal }
    const need = { keyRef: server.keyRef, host }
    return this.#parts.runner.listTools(server, this.#parts.keyring.supply([need]))
  }

  /** Makes one call of a tool. */
  async tryTool(name: string, args: JsonObject): Promise<ToolTrial> {
    const events: RunEvent[] = []
    const trial = toTrialAgent(this.#parts.agent(), name, args)
    const problem = await this.runAgent(trial, {}, (more) => events.push(...more)).done
    return problem === undefined ? readTrial(events) : { problem }
  }

  /**
   * Runs an agent that was made to try something, perhaps with what was answered in another run. Nothing of it is kept,
   * also when it waits for a person.
   */
  runAgent(
    trial: AgentConfig,
    input: State,
    onEvents: (events: readonly RunEvent[]) => void,
    replay: Pick<StartOptions, 'recorded' | 'answers'> = {},
  ): AgentTrial {
    const { keyring, runner, registry, plan } = this.#parts
    const threadId = crypto.randomUUID()
    let handle: RunHandle | undefined
    let isStopped = false
    const begin = async (): Promise<Problem | undefined> => {
      const refusal = await this.#consent.ask()
      if (refusal !== undefined || isStopped) return refusal
      const options = { threadId, ...replay, keys: keyring.supply(listKeyNeeds(plan(trial), registry)) }
      handle = runner.start(trial, input, options, onEvents)
      const { problem } = await handle.done
      await runner.forgetThreads([threadId]).catch(() => undefined)
      return problem
    }
    const stop = () => {
      isStopped = true
      handle?.stop()
    }
    return { done: begin(), stop }
  }
}

const stoppedEarly: Problem = {
  code: 'run.stopped',
  severity: 'error',
  message: msg('The search was stopped before it began.'),
}
