import {
  AgentError,
  createDefaultRegistry,
  PluginManager,
  type Problem,
  type RunEvent,
  type Services,
} from '@petal/core/model'
import { discoverPlugins } from '../plugins/discoverPlugins.ts'
import { createEventBatcher } from './createEventBatcher.ts'
import { createSuppliedKeys } from './createSuppliedKeys.ts'
import type { FromEngine, ModelCheck, RunOrder, ToEngine } from './EngineMessage.ts'

/** Events within so many milliseconds travel together: half a frame, so that a token is painted in the next one. */
const BATCH_MS = 8
/** How many agents with a thread that may go on are kept. */
const THREADS_KEPT = 8

type Runtime = typeof import('@petal/core/runtime')
type Agent = Awaited<ReturnType<InstanceType<Runtime['AgentBuilderDirector']>['build']>>

/** The worker's side: builds and runs agents. `tell` reaches the page. */
export function createEngine(tell: (message: FromEngine) => void): { receive(message: ToEngine): void } {
  const registry = createDefaultRegistry()
  const plugins = new PluginManager(registry)
  const running = new Map<number, AbortController>()
  const threads = new Map<string, Agent>()
  let runtime: Promise<Runtime> | undefined
  let pluginsReady: Promise<unknown> = discoverPlugins(plugins, [])

  const load = () => {
    runtime ??= import('@petal/core/runtime')
    return runtime
  }

  const agentFor = async (order: RunOrder): Promise<Agent> => {
    const known = threads.get(order.threadId)
    if (order.input === null && known !== undefined) return known
    const [{ AgentBuilderDirector }] = await Promise.all([load(), pluginsReady])
    const agent = await new AgentBuilderDirector(order.config, registry).build()
    threads.set(order.threadId, agent)
    for (const oldest of [...threads.keys()].slice(0, -THREADS_KEPT)) threads.delete(oldest)
    return agent
  }

  const run = async (order: RunOrder) => {
    const { ticket, input, threadId, breakpoints, resume } = order
    const controller = new AbortController()
    running.set(ticket, controller)
    const batcher = createEventBatcher((events) => tell({ type: 'events', ticket, events }), BATCH_MS)
    const services: Services = { keys: createSuppliedKeys(order.keys) }
    const options = {
      threadId,
      signal: controller.signal,
      services,
      ...(breakpoints === undefined ? {} : { breakpoints }),
      ...(resume === undefined ? {} : { resume }),
    }
    let began = false
    try {
      const agent = await agentFor(order)
      for await (const event of agent.stream(input, options)) {
        began = true
        batcher.add(event satisfies RunEvent)
      }
      batcher.flush()
      tell({ type: 'end', ticket })
    } catch (fault) {
      batcher.flush()
      // A run that began has told its fault as an event; only what happened before is news.
      tell(began ? { type: 'end', ticket } : { type: 'end', ticket, problem: toProblem(fault) })
    } finally {
      running.delete(ticket)
    }
  }

  return {
    receive(message) {
      switch (message.type) {
        case 'preload':
          load().then(
            () => tell({ type: 'ready' }),
            () => undefined,
          )
          return
        case 'plugins':
          pluginsReady = discoverPlugins(plugins, message.urls)
          return
        case 'run':
          run(message.order)
          return
        case 'stop':
          running.get(message.ticket)?.abort()
          return
        case 'check-model':
          checkModel(message.check).then(tell)
          return
        default:
          message satisfies never
      }
    },
  }
}

/** Asks a model for one word. */
async function checkModel({ ticket, llmConfig, keys }: ModelCheck): Promise<FromEngine> {
  try {
    const { createChatModel } = await import('@petal/core/providers/createChatModel')
    const model = await createChatModel(
      { ...llmConfig, maxTokens: 16 },
      { keys: createSuppliedKeys(keys), fetch: fetch.bind(globalThis) },
    )
    const answer = await model.chat({
      messages: [{ role: 'user', content: 'Reply with the word OK.' }],
      signal: AbortSignal.timeout(30_000),
    })
    return { type: 'model-checked', ticket, answer: answer.message.content }
  } catch (fault) {
    return { type: 'model-checked', ticket, problem: toProblem(fault) }
  }
}

function toProblem(fault: unknown): Problem {
  if (AgentError.isInstance(fault)) return fault.toProblem()
  const text = fault instanceof Error ? fault.message : String(fault)
  return { code: 'run.failed', severity: 'error', message: `The run could not start: ${text}` }
}
