import { type AgentConfig, createDefaultRegistry, PluginManager, type Problem, type RunEvent } from '@petal/core/model'
import type { PluginFile, PluginFileSteps } from '@petal/core/plugin-file'
import { msg } from '@petal/ui/language'
import { createDocumentDatabase } from '../documents/documentDatabase.ts'
import { speakAs } from '../language/speakAs.ts'
import { openOnce } from '../page-models/openOnce.ts'
import { PageEngineLink } from '../page-models/PageEngineLink.ts'
import { discoverPlugins } from '../plugins/discoverPlugins.ts'
import { toProblem } from '../problems/toProblem.ts'
import { checkModel } from './checkModel.ts'
import { createEventBatcher } from './createEventBatcher.ts'
import { createEventRedactor } from './createEventRedactor.ts'
import { createSuppliedKeys } from './createSuppliedKeys.ts'
import type { EditOrder, FromEngineWorker, RunOrder, SearchOrder, ToEngine } from './EngineMessage.ts'
import { listTools } from './listTools.ts'
import { redactValue } from './redactValue.ts'
import { remembersThreads } from './remembersThreads.ts'
import { searchWithKeys } from './searchWithKeys.ts'

/** Events within so many milliseconds travel together: well under a frame, so that a token is painted in the next. */
const BATCH_MS = 4
/** Pause of the practice model after each word, so that a person sees it answer word by word. */
const PRACTICE_PAUSE_MS = 24
/** How many agents whose thread may go on are kept. */
const THREADS_KEPT = 8

type Runtime = typeof import('@petal/core/runtime')
type Checkpoints = InstanceType<Runtime['LastingCheckpointer']>
type Agent = Awaited<ReturnType<InstanceType<Runtime['AgentBuilderDirector']>['build']>>

/** The worker's side: builds and runs agents, with the engine itself loaded on first need. */
export class Engine {
  readonly #tell: (message: FromEngineWorker) => void
  /** The models in the page: a worker has none of its own. */
  readonly #page: PageEngineLink
  readonly #registry = createDefaultRegistry()
  readonly #plugins = new PluginManager(this.#registry)
  readonly #running = new Map<number, AbortController>()
  readonly #threads = new Map<string, Promise<Agent>>()
  readonly #documents = createDocumentDatabase()
  /** An agent is built anew for each turn of a conversation, whose older turns stay the same. */
  #vectors: InstanceType<Runtime['VectorCache']> | undefined
  readonly #load: () => Promise<Runtime> = openOnce(() => import('@petal/core/runtime'))
  /** Every run is written down as it goes, so that a pause survives the page. */
  readonly #openCheckpoints: () => Promise<Checkpoints> = openOnce(async () => {
    const { IndexedDBCheckpointer, LastingCheckpointer } = await this.#load()
    return new LastingCheckpointer(new IndexedDBCheckpointer(), (fault, threadId) =>
      this.#unkept.set(threadId.split('/')[0] ?? '', toProblem(fault, msg('The run is not kept'))),
    )
  })
  /** Why threads could not be written down, by thread. */
  readonly #unkept = new Map<string, Problem>()
  #pluginsReady: Promise<unknown>
  /** The words of this worker, which has its own: faults are put into words here. */
  #language: Promise<void> | undefined
  /** The steps of plugins that the person has loaded. */
  readonly #fileSteps: () => Promise<PluginFileSteps> = openOnce(async () => {
    const { PluginFileSteps } = await import('@petal/core/plugin-file')
    return new PluginFileSteps(this.#registry)
  })

  /** @param tell reaches the page. */
  constructor(tell: (message: FromEngineWorker) => void) {
    this.#tell = tell
    this.#page = new PageEngineLink((message) => tell({ type: 'page-models', message }))
    this.#pluginsReady = discoverPlugins(this.#plugins, [])
  }

  async receive(message: ToEngine): Promise<void> {
    if (message.type === 'language') {
      this.#language = speakAs(message.language)
      return
    }
    // In the order they came: all of them wait for the same.
    if (this.#language !== undefined) await this.#language
    switch (message.type) {
      case 'preload':
        await this.#load()
        return this.#tell({ type: 'ready' })
      case 'plugins':
        this.#pluginsReady = discoverPlugins(this.#plugins, message.urls)
        return
      case 'plugin-files':
        this.#pluginsReady = this.#takeFiles(this.#pluginsReady, message.files)
        return
      case 'run':
        return await this.#run(message.order)
      case 'stop':
        return this.#running.get(message.ticket)?.abort()
      case 'edit':
        return await this.#edit(message.order)
      case 'check-model':
        return this.#tell(await checkModel(message.check, this.#page))
      case 'search':
        return await this.#search(message.order)
      case 'list-tools':
        return this.#tell(await listTools(message.listing))
      case 'forget-threads':
        return await this.#forget(message.ticket, message.threadIds)
      case 'page-models':
        return this.#page.receive(message.message)
      default:
        return message satisfies never
    }
  }

  /** After the plugins beside the app, whose names come first. */
  async #takeFiles(before: Promise<unknown>, files: readonly PluginFile[]): Promise<void> {
    await before
    const steps = await this.#fileSteps()
    steps.set(files)
  }

  async #run(order: RunOrder): Promise<void> {
    const { ticket, input, threadId, breakpoints, fixed, recorded, answers, from, resume } = order
    const secrets = order.keys.map(({ value }) => value)
    const redactEvent = createEventRedactor(secrets)
    const batcher = createEventBatcher((events) => this.#tell({ type: 'events', ticket, events }), BATCH_MS)
    const controller = new AbortController()
    this.#running.set(ticket, controller)
    const options = {
      threadId,
      signal: controller.signal,
      ...(breakpoints === undefined ? {} : { breakpoints }),
      ...(fixed === undefined ? {} : { fixed }),
      ...(recorded === undefined ? {} : { recorded }),
      ...(answers === undefined ? {} : { answers }),
      ...(from === undefined ? {} : { from }),
      ...(resume === undefined ? {} : { resume }),
    }
    let last: RunEvent | undefined
    let problem: Problem | undefined
    try {
      const agent = await this.#agentFor(order)
      const services = { keys: createSuppliedKeys(order.keys), checkpointer: await this.#openCheckpoints() }
      for await (const event of agent.stream(input, { ...options, services })) {
        last = event
        for (const clean of redactEvent(event)) batcher.add(clean)
      }
    } catch (fault) {
      // A run that began has told its fault as an event; only what happened before is news.
      if (last === undefined) problem = redactValue(toProblem(fault, msg('The run could not start')), secrets)
    }
    this.#running.delete(ticket)
    batcher.flush()
    const unkept = this.#unkept.get(threadId)
    const told = { ...(problem === undefined ? {} : { problem }), ...(unkept === undefined ? {} : { unkept }) }
    this.#tell({ type: 'end', ticket, ...told })
    await this.#settle(order, last)
  }

  async #edit(order: EditOrder): Promise<void> {
    const { ticket, threadId, values } = order
    try {
      const agent = await this.#agentFor({ ...order, input: null })
      const services = { checkpointer: await this.#openCheckpoints() }
      this.#tell({ type: 'edited', ticket, edit: await agent.edit(values, { threadId, services }) })
    } catch (fault) {
      this.#tell({ type: 'edited', ticket, problem: toProblem(fault, msg('Nothing was changed')) })
    }
  }

  async #search(order: SearchOrder): Promise<void> {
    const controller = new AbortController()
    this.#running.set(order.ticket, controller)
    await searchWithKeys(order, { documents: this.#documents, signal: controller.signal, tell: this.#tell })
    this.#running.delete(order.ticket)
  }

  /** A thread that waits, or whose agent is to remember it, is kept; any other is over with its run. */
  async #settle({ config, threadId }: RunOrder, last: RunEvent | undefined): Promise<void> {
    const goesOn = last?.type === 'run-pause' || remembersThreads(config)
    const checkpoints = await this.#openCheckpoints()
    // One that is not written down must stay in memory, where it can still be answered.
    if (goesOn && this.#unkept.has(threadId)) return
    if (goesOn) return await checkpoints.release(threadId)
    this.#unkept.delete(threadId)
    await checkpoints.deleteThread(threadId)
  }

  async #forget(ticket: number, threadIds: readonly string[]): Promise<void> {
    try {
      const checkpoints = await this.#openCheckpoints()
      await Promise.all(threadIds.map((threadId) => checkpoints.purge(threadId)))
      this.#tell({ type: 'threads-forgotten', ticket })
    } catch (fault) {
      this.#tell({
        type: 'threads-forgotten',
        ticket,
        problem: toProblem(fault, msg('The thread could not be deleted')),
      })
    }
  }

  /** The agent of a thread that goes on, or one built from the order. */
  async #agentFor({ config, input, threadId }: Pick<RunOrder, 'config' | 'input' | 'threadId'>): Promise<Agent> {
    const known = input === null ? this.#threads.get(threadId) : undefined
    if (known !== undefined) return known
    // While it is being built it is already the one of its thread: a second one would work on the same checkpoints.
    const building = this.#build(config)
    this.#threads.set(threadId, building)
    const surplus = [...this.#threads.keys()].slice(0, -THREADS_KEPT)
    for (const oldest of surplus) this.#threads.delete(oldest)
    try {
      return await building
    } catch (fault) {
      if (this.#threads.get(threadId) === building) this.#threads.delete(threadId)
      throw fault
    }
  }

  async #build(config: AgentConfig): Promise<Agent> {
    const [{ AgentBuilderDirector, createChatModelFactory, VectorCache }] = await Promise.all([
      this.#load(),
      this.#pluginsReady,
    ])
    this.#vectors ??= new VectorCache()
    const models = createChatModelFactory({ practiceDelayMs: PRACTICE_PAUSE_MS, page: this.#page })
    const services = { models, documents: this.#documents, vectors: this.#vectors }
    return new AgentBuilderDirector(config, this.#registry, services).build()
  }
}
