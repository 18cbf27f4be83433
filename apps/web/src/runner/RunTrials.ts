import type { McpListing } from '@petal/core/mcp'
import type { DocumentSearch, JsonObject, LLMConfig, RunEvent, StepHost } from '@petal/core/model'
import { listKeyNeeds, toHostNeeds, toKeyNeed } from './keyNeeds.ts'
import type { RunControllerParts } from './RunControllerParts.ts'
import type { ModelCheckResult, SearchHandle, ToolListResult } from './Runner.ts'
import { readTrial, type ToolTrial, toTrialAgent, untrusted } from './toolTrial.ts'

type TrialParts = Pick<RunControllerParts, 'runner' | 'registry' | 'keyring' | 'agent' | 'plan' | 'isTrusted'>

/** What a person tries while building an agent, beside the run on screen: each with the keys it needs and no others. */
export class RunTrials {
  readonly #parts: TrialParts

  constructor(parts: TrialParts) {
    this.#parts = parts
  }

  /** Sends a model one tiny request, with its key if there is one. */
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
    const keys = this.#parts.keyring.supply(toHostNeeds(hosts))
    return this.#parts.runner.search({ search, question, keys }, onProgress)
  }

  /** Asks an MCP server for its tools, with the key that was saved for its host. */
  listTools(server: McpListing['server'], host: string): Promise<ToolListResult> {
    const need = { keyRef: server.keyRef, host }
    return this.#parts.runner.listTools(server, this.#parts.keyring.supply([need]))
  }

  /** Makes one call of a tool, beside the run on screen. An agent from outside has to be agreed to first. */
  async tryTool(name: string, args: JsonObject): Promise<ToolTrial> {
    const { agent, isTrusted, keyring, runner, registry, plan } = this.#parts
    if (!isTrusted()) return { problem: untrusted }
    const trial = toTrialAgent(agent(), name, args)
    const threadId = crypto.randomUUID()
    const options = { threadId, keys: keyring.supply(listKeyNeeds(plan(trial), registry)) }
    const events: RunEvent[] = []
    const { problem } = await runner.start(trial, {}, options, (more) => events.push(...more)).done
    // Nothing of a trial is kept, also when it waits for an approval.
    await runner.forgetThreads([threadId]).catch(() => undefined)
    return problem === undefined ? readTrial(events) : { problem }
  }
}
