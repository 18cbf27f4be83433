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
import type { SuppliedKey } from '../storage/SuppliedKey.ts'

export interface StartOptions {
  /** Names the conversation. */
  readonly threadId: string
  readonly breakpoints?: Breakpoints
  /** What is taken instead of running steps, by step id. */
  readonly fixed?: Readonly<Record<string, FixedOutput>>
  /** What executions gave in another run, by their places: taken instead, and no model is asked. */
  readonly recorded?: Readonly<Record<string, FixedOutput>>
  /** What a person answered in another run, by place: taken instead, and nobody is asked. */
  readonly answers?: GivenAnswers
  /** Begins at a moment of another run. */
  readonly from?: RunOrigin
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
  readonly done: Promise<RunOutcome>
}

export interface RunOutcome {
  readonly problem?: Problem
  /** Why the run would not survive a reload. */
  readonly unkept?: Problem
}

/** What came of setting fields of a thread; the problem names the field it is about. */
export type EditResult =
  | { readonly ok: true; readonly edit: ThreadEdit }
  | { readonly ok: false; readonly problem: Problem }

/** What a model said to a tiny request. */
export type ModelCheckResult =
  | { readonly ok: true; readonly answer: string; readonly durationMs: number }
  | { readonly ok: false; readonly problem: Problem }

/** What a search found. */
export type SearchResult =
  | { readonly ok: true; readonly hits: readonly DocumentHit[] }
  | { readonly ok: false; readonly problem: Problem }

/** A search to make, with the keys it needs. */
export interface SearchRequest {
  readonly search: DocumentSearch
  readonly question: string
  readonly keys: readonly SuppliedKey[]
}

/** One search under way. */
export interface SearchHandle {
  stop(): void
  /** Never rejects. */
  readonly done: Promise<SearchResult>
}

/** The tools an MCP server offers, or why they cannot be told. */
export type ToolListResult =
  | { readonly ok: true; readonly tools: readonly ToolSpec[] }
  | { readonly ok: false; readonly problem: Problem }

/** Runs agents in a worker, which is made when it is first needed. */
export interface Runner {
  /** Loads the engine ahead of time. */
  preload(): void
  /** Step types beside the built-in ones, for every run from now on. */
  addPlugins(urls: readonly string[]): void
  /** The plugins that the person has loaded and switched on: their steps run in the sandbox. Takes the place of others. */
  setPluginFiles(files: readonly PluginFile[]): void
  /** Runs the configuration as it is now; later changes of the caller's do not reach the run. */
  start(
    config: AgentConfig,
    input: State | null,
    options: StartOptions,
    onEvents: (events: readonly RunEvent[]) => void,
  ): RunHandle
  /** Sets fields of a thread that waits at a breakpoint. Never rejects. */
  edit(config: AgentConfig, threadId: string, values: State): Promise<EditResult>
  checkModel(llmConfig: LLMConfig, keys: readonly SuppliedKey[]): Promise<ModelCheckResult>
  /** Searches in documents as a run would. `onProgress` is told how many passages of all are prepared. */
  search(request: SearchRequest, onProgress: (done: number, total: number) => void): SearchHandle
  /** Asks an MCP server for its tools. */
  listTools(server: McpListing['server'], keys: readonly SuppliedKey[]): Promise<ToolListResult>
  /** Deletes what is remembered of threads. Rejects when it is still there. */
  forgetThreads(threadIds: readonly string[]): Promise<void>
  /** Ends the worker and whatever runs in it. */
  dispose(): void
}
