import { createMemoryDocuments } from '../documents/createMemoryDocuments.ts'
import type { DocumentStore } from '../documents/DocumentStore.ts'
import { AgentError } from '../errors/AgentError.ts'
import { sendRequest } from '../http/sendRequest.ts'
import type { Json } from '../json/Json.ts'
import type { ChatModel } from '../models/ChatModel.ts'
import type { Embedder } from '../models/Embedder.ts'
import type { Message } from '../models/Message.ts'
import type { Sandbox } from '../sandbox/Sandbox.ts'
import type { State, StateType } from '../state/StateType.ts'
import type { AgentReference, LogLevel, StepContext, StepModels, StepTools } from '../step/StepContext.ts'
import type { Update } from '../step/StepResult.ts'

/** The surroundings of a step in a test. What is left out is refused with a message when the step reaches for it. */
export interface StepSurroundings {
  readonly stepId?: string
  readonly nodeName?: string
  readonly signal?: AbortSignal
  /** Answers every question, whatever settings are asked for. */
  readonly model?: ChatModel
  /** What the step may see of the conversation. Default: all of it. */
  readonly remember?: (messages: readonly Message[], about: string | undefined) => readonly Message[]
  /** Stands in for every model that makes vectors. */
  readonly embedder?: Embedder
  /** Default: a store in memory, without documents. */
  readonly documents?: DocumentStore
  readonly sandbox?: Sandbox
  readonly fetch?: typeof fetch
  /** Saved keys, by reference, for requests that name one. */
  readonly keys?: Readonly<Record<string, string>>
  readonly fields?: Readonly<Record<string, string>>
  /** The person's answer to what the step asks, or a function that gives it. */
  readonly answer?: Json | ((question: Json, key: string | undefined) => Json)
  readonly tools?: StepTools
  /** Stands in for the agents that the step calls. */
  readonly runAgent?: (agent: AgentReference, input: Update, key: string | undefined) => State | Promise<State>
  readonly stateOf?: (agent: AgentReference) => StateType
}

/** One line of a step's log. */
export interface StepLog {
  readonly level: LogLevel
  readonly message: string
  readonly data?: Json
}

/** A context for one step, and what the step did with it. */
export interface TestContext {
  readonly context: StepContext
  /** The pieces of text it showed. */
  readonly deltas: string[]
  readonly logs: StepLog[]
  /** How far it said it had come: 7 of 20 is `[7, 20]`. */
  readonly progress: (readonly [done: number, total: number])[]
  /** The model settings it asked for, one entry per request of a model. */
  readonly askedFor: Parameters<StepModels['get']>[0][]
}

/** The context of a step under test. */
export function createStepContext(config: unknown, surroundings: StepSurroundings = {}): TestContext {
  const deltas: string[] = []
  const logs: StepLog[] = []
  const progress: TestContext['progress'] = []
  const askedFor: TestContext['askedFor'] = []
  const signal = surroundings.signal ?? new AbortController().signal
  const fetch = surroundings.fetch ?? (async () => refuse('fetch'))
  const keys = { get: (keyRef: string) => surroundings.keys?.[keyRef] }
  const context: StepContext = {
    config,
    stepId: surroundings.stepId ?? 'step',
    nodeName: surroundings.nodeName ?? 'Step',
    signal,
    emit: (delta) => deltas.push(delta),
    log: (level, message, data) => logs.push({ level, message, ...(data === undefined ? {} : { data }) }),
    progress: (done, total) => progress.push([done, total]),
    models: {
      get: async (llm) => {
        askedFor.push(llm)
        return surroundings.model ?? refuse('model')
      },
      embed: async (_config, texts) => (surroundings.embedder ?? refuse('embedder')).embed(texts, signal),
      remember: async (messages, about) => surroundings.remember?.(messages, about) ?? messages,
    },
    fetch,
    request: (request) => sendRequest(request, { fetch, keys, signal }),
    sandbox: surroundings.sandbox ?? { run: async () => refuse('sandbox') },
    documents: surroundings.documents ?? createMemoryDocuments(),
    fields: surroundings.fields ?? {},
    tools: surroundings.tools ?? createNoTools(),
    ask: (question, key) => answerOf(surroundings, question, key),
    once: (_key, work) => work(),
    runAgent: async (agent, input, key) => surroundings.runAgent?.(agent, input, key) ?? refuse('runAgent'),
    stateOf: async (agent) => surroundings.stateOf?.(agent) ?? refuse('stateOf'),
  }
  return { context, deltas, logs, progress, askedFor }
}

function createNoTools(): StepTools {
  return { list: () => refuse('tool'), call: async () => refuse('tool'), callAll: async () => refuse('tool') }
}

function answerOf({ answer }: StepSurroundings, question: Json, key: string | undefined): Json {
  if (answer === undefined) return refuse('answer')
  return typeof answer === 'function' ? answer(question, key) : answer
}

function refuse(what: string): never {
  throw new AgentError('build.argument', `The step needs a ${what}, and the test gives none.`)
}
