import type { Checkpointer } from '../checkpoint/Checkpointer.ts'
import type { DocumentStore } from '../documents/DocumentStore.ts'
import type { Json } from '../json/Json.ts'
import type { ChatModelFactory, KeySource } from '../models/ChatModel.ts'
import type { EmbedderFactory } from '../models/Embedder.ts'
import type { Sandbox } from '../sandbox/Sandbox.ts'
import type { LogLevel } from '../step/StepContext.ts'
import type { ToolFunctions } from '../tools/ToolFunction.ts'
import type { VectorCache } from './memory/VectorCache.ts'

/** Values that only code can give, by step id: functions, zod schemas. Merged over the step's settings. */
export type CodeValues = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** One line that a step wrote with `context.log`. */
export interface LogEntry {
  readonly level: LogLevel
  readonly message: string
  readonly stepId: string
  readonly nodeName: string
  readonly data?: Json
}

/** What a run reaches the outside world through. Each has a default for the place the core runs in. */
export interface Services {
  /** Keys by reference, or a source that is asked with the reference and the host. Default: none. */
  readonly keys?: Readonly<Record<string, string>> | KeySource
  /** Default: the platform's `fetch`. */
  readonly fetch?: typeof fetch
  /** Default: the platform's isolated sandbox, made when the first step needs it. */
  readonly sandbox?: Sandbox
  /** Where threads are remembered. Default: what the configuration's `checkpointer` says, else memory. */
  readonly checkpointer?: Checkpointer
  /** Default: `createChatModel`. */
  readonly models?: ChatModelFactory
  /** Default: `createEmbedder`. */
  readonly embedders?: EmbedderFactory
  /**
   * Vectors of texts that a memory compared lately. Given by those who build an agent anew for each turn of a
   * conversation: its older turns are not sent again then. Default: kept as long as the agent is.
   */
  readonly vectors?: VectorCache
  /** Where documents that a file only names are found, and their indexes kept. Default: memory, without documents. */
  readonly documents?: DocumentStore
  /** Gets every log line that the agent's `loggingConfig` lets through. */
  readonly logger?: (entry: LogEntry) => void
  readonly code?: CodeValues
  /** The work of tools that only code can give, by the tool's name; it stands in for what the configuration says. */
  readonly functions?: ToolFunctions
  /** A number from 0 up to 1, for the jitter between tries. Default: `Math.random`. */
  readonly random?: () => number
  /** Milliseconds since 1970, for the `at` of events. Default: `Date.now`. */
  readonly now?: () => number
}
