import { createDefaultRegistry, PluginManager, type Problem } from '@petal/core/model'
import { createDocumentDatabase } from '../documents/documentDatabase.ts'
import { discoverPlugins } from '../plugins/discoverPlugins.ts'
import { checkModel } from './checkModel.ts'
import { createEventBatcher } from './createEventBatcher.ts'
import { createEventRedactor } from './createEventRedactor.ts'
import { createSuppliedKeys } from './createSuppliedKeys.ts'
import type { FromEngine, RunOrder, SearchOrder, ToEngine } from './EngineMessage.ts'
import { listTools } from './listTools.ts'
import { redactValue } from './redactValue.ts'
import { searchWithKeys } from './searchWithKeys.ts'
import { toProblem } from './toProblem.ts'

/** Events within so many milliseconds travel together: well under a frame, so that a token is painted in the next. */
const BATCH_MS = 4
/** Pause of the practice model after each word, so that a person sees it answer word by word. */
const PRACTICE_PAUSE_MS = 24
/** How many agents whose thread may go on are kept. */
const THREADS_KEPT = 8

type Runtime = typeof import('@petal/core/runtime')
type Memory = ReturnType<Runtime['createMemoryCheckpointer']>
type Agent = Awaited<ReturnType<InstanceType<Runtime['AgentBuilderDirector']>['build']>>

/** The worker's side: builds and runs agents, with the engine itself loaded on first need. */
export class Engine {
  readonly #tell: (message: FromEngine) => void
  readonly #registry = createDefaultRegistry()
  readonly #plugins = new PluginManager(this.#registry)
  readonly #running = new Map<number, AbortController>()
  readonly #threads = new Map<string, Agent>()
  readonly #documents = createDocumentDatabase()
  #runtime: Promise<Runtime> | undefined
  #memory: Memory | undefined
  #pluginsReady: Promise<unknown>

  /** @param tell reaches the page. */
  constructor(tell: (message: FromEngine) => void) {
    this.#tell = tell
    this.#pluginsReady = discoverPlugins(this.#plugins, [])
  }

  async receive(message: ToEngine): Promise<void> {
    switch (message.type) {
      case 'preload':
        await this.#load()
        return this.#tell({ type: 'ready' })
      case 'plugins':
        this.#pluginsReady = discoverPlugins(this.#plugins, message.urls)
        return
      case 'run':
        return await this.#run(message.order)
      case 'stop':
        return this.#running.get(message.ticket)?.abort()
      case 'check-model':
        return this.#tell(await checkModel(message.check))
      case 'search':
        return await this.#search(message.order)
      case 'list-tools':
        return this.#tell(await listTools(message.listing))
      default:
        return message satisfies never
    }
  }

  #load(): Promise<Runtime> {
    this.#runtime ??= import('@petal/core/runtime')
    return this.#runtime
  }

  async #run(order: RunOrder): Promise<void> {
    const { ticket, input, threadId, breakpoints, resume } = order
    const secrets = order.keys.map(({ value }) => value)
    const redactEvent = createEventRedactor(secrets)
    const batcher = createEventBatcher((events) => this.#tell({ type: 'events', ticket, events }), BATCH_MS)
    const controller = new AbortController()
    this.#running.set(ticket, controller)
    const options = {
      threadId,
      signal: controller.signal,
      ...(breakpoints === undefined ? {} : { breakpoints }),
      ...(resume === undefined ? {} : { resume }),
    }
    let began = false
    let problem: Problem | undefined
    try {
      const agent = await this.#agentFor(order)
      const services = { keys: createSuppliedKeys(order.keys), ...(await this.#memoryFor(order)) }
      for await (const event of agent.stream(input, { ...options, services })) {
        began = true
        for (const clean of redactEvent(event)) batcher.add(clean)
      }
    } catch (fault) {
      // A run that began has told its fault as an event; only what happened before is news.
      if (!began) problem = redactValue(toProblem(fault, 'The run could not start'), secrets)
    }
    this.#running.delete(ticket)
    batcher.flush()
    this.#tell({ type: 'end', ticket, ...(problem === undefined ? {} : { problem }) })
  }

  async #search(order: SearchOrder): Promise<void> {
    const controller = new AbortController()
    this.#running.set(order.ticket, controller)
    await searchWithKeys(order, { documents: this.#documents, signal: controller.signal, tell: this.#tell })
    this.#running.delete(order.ticket)
  }

  /** An agent that is to remember its threads does so over its own changes: the memory is the worker's. */
  async #memoryFor({ config: { checkpointer } }: RunOrder): Promise<{ readonly checkpointer?: Memory }> {
    if (checkpointer?.type !== 'memory' || !checkpointer.enabled) return {}
    const { createMemoryCheckpointer } = await this.#load()
    this.#memory ??= createMemoryCheckpointer()
    return { checkpointer: this.#memory }
  }

  /** The agent of a thread that goes on, or one built from the order. */
  async #agentFor({ config, input, threadId }: RunOrder): Promise<Agent> {
    const known = input === null ? this.#threads.get(threadId) : undefined
    if (known !== undefined) return known
    const [{ AgentBuilderDirector, createChatModelFactory }] = await Promise.all([this.#load(), this.#pluginsReady])
    const models = createChatModelFactory({ practiceDelayMs: PRACTICE_PAUSE_MS })
    const agent = await new AgentBuilderDirector(config, this.#registry, { models, documents: this.#documents }).build()
    this.#threads.set(threadId, agent)
    const surplus = [...this.#threads.keys()].slice(0, -THREADS_KEPT)
    for (const oldest of surplus) this.#threads.delete(oldest)
    return agent
  }
}
