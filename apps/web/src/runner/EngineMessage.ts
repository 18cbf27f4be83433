import type { McpListing } from '@petal/core/mcp'
import type {
  AgentConfig,
  Breakpoints,
  DocumentHit,
  DocumentSearch,
  FixedOutput,
  GivenAnswers,
  Json,
  LLMConfig,
  Problem,
  RunEvent,
  RunOrigin,
  State,
  ThreadEdit,
  ToolSpec,
} from '@petal/core/model'
import type { PluginFile } from '@petal/core/plugin-file'
import type { FromPageEngine, ToPageEngine } from '../page-models/PageEngineMessage.ts'
import type { SuppliedKey } from '../storage/SuppliedKey.ts'

/** One run to make. `ticket` names it between page and worker; the run's own id is made by the engine. */
export interface RunOrder {
  readonly ticket: number
  readonly config: AgentConfig
  /** `null` goes on with a thread that waits. */
  readonly input: State | null
  readonly threadId: string
  readonly breakpoints?: Breakpoints
  /** What is taken instead of running steps, by step id. */
  readonly fixed?: Readonly<Record<string, FixedOutput>>
  /** What executions gave in another run, by their places. */
  readonly recorded?: Readonly<Record<string, FixedOutput>>
  /** What a person answered in another run, by place: nobody is asked. */
  readonly answers?: GivenAnswers
  /** Begins at a moment of another run. */
  readonly from?: RunOrigin
  /** The answer to what the thread waits for. */
  readonly resume?: Json
  readonly keys: readonly SuppliedKey[]
}

/** Fields to set in a thread that waits at a breakpoint. */
export interface EditOrder {
  readonly ticket: number
  readonly config: AgentConfig
  readonly threadId: string
  readonly values: State
}

/** A tiny request, to see whether a model answers. */
export interface ModelCheck {
  readonly ticket: number
  readonly llmConfig: LLMConfig
  readonly keys: readonly SuppliedKey[]
}

/** A search in documents, without a run. */
export interface SearchOrder {
  readonly ticket: number
  readonly search: DocumentSearch
  readonly question: string
  readonly keys: readonly SuppliedKey[]
}

/** A question to an MCP server: which tools it offers. */
export interface ToolListing {
  readonly ticket: number
  readonly server: McpListing['server']
  readonly keys: readonly SuppliedKey[]
}

/** What the page tells the engine. */
export type ToEngine =
  /** Before anything else, where it is not English. */
  | { readonly type: 'language'; readonly language: string }
  | { readonly type: 'preload' }
  | { readonly type: 'plugins'; readonly urls: readonly string[] }
  | { readonly type: 'plugin-files'; readonly files: readonly PluginFile[] }
  | { readonly type: 'run'; readonly order: RunOrder }
  | { readonly type: 'stop'; readonly ticket: number }
  | { readonly type: 'edit'; readonly order: EditOrder }
  | { readonly type: 'check-model'; readonly check: ModelCheck }
  | { readonly type: 'search'; readonly order: SearchOrder }
  | { readonly type: 'list-tools'; readonly listing: ToolListing }
  | { readonly type: 'forget-threads'; readonly ticket: number; readonly threadIds: readonly string[] }
  | { readonly type: 'page-models'; readonly message: FromPageEngine }

/** What the engine tells the page. `end` is the last message about a ticket. */
export type FromEngine =
  | { readonly type: 'ready' }
  | { readonly type: 'events'; readonly ticket: number; readonly events: readonly RunEvent[] }
  /**
   * `problem` when the run never began: the agent could not be built. `unkept` when its thread could not be written
   * down, so that it would not survive a reload.
   */
  | { readonly type: 'end'; readonly ticket: number; readonly problem?: Problem; readonly unkept?: Problem }
  /** `problem` when nothing was set; it names the field it is about. */
  | { readonly type: 'edited'; readonly ticket: number; readonly edit?: ThreadEdit; readonly problem?: Problem }
  /** `problem` when they are still there. */
  | { readonly type: 'threads-forgotten'; readonly ticket: number; readonly problem?: Problem }
  | { readonly type: 'model-checked'; readonly ticket: number; readonly answer?: string; readonly problem?: Problem }
  | { readonly type: 'search-progress'; readonly ticket: number; readonly done: number; readonly total: number }
  | {
      readonly type: 'searched'
      readonly ticket: number
      readonly hits?: readonly DocumentHit[]
      readonly problem?: Problem
    }
  | {
      readonly type: 'tools-listed'
      readonly ticket: number
      readonly tools?: readonly ToolSpec[]
      readonly problem?: Problem
    }

/** All that comes from the worker: what the engine tells, and what it asks of the models in the page. */
export type FromEngineWorker = FromEngine | { readonly type: 'page-models'; readonly message: ToPageEngine }
