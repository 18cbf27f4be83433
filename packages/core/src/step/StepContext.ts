import type { AgentConfig, LLMConfig } from '../config/AgentConfig.ts'
import type { DocumentStore } from '../documents/DocumentStore.ts'
import type { Problem } from '../errors/Problem.ts'
import type { HttpAnswer, HttpRequest } from '../http/HttpRequest.ts'
import type { Json } from '../json/Json.ts'
import type { ChatModel, ToolSpec } from '../models/ChatModel.ts'
import type { EmbeddingConfig } from '../models/Embedder.ts'
import type { Message, ToolCall } from '../models/Message.ts'
import type { Sandbox } from '../sandbox/Sandbox.ts'
import type { State, StateType } from '../state/StateType.ts'
import type { StepResult, Update } from './StepResult.ts'

export type LogLevel = 'DEBUG' | 'INFO' | 'WARNING' | 'ERROR' | 'CRITICAL'

/** Models as a step may use them. */
export interface StepModels {
  /**
   * The model for this step: settings given here win over the agent's `llmConfig`, which wins over `defaultLLM`. A
   * client made in code is taken as it is. Requests and answers made through it appear in the run's events.
   */
  get(llm?: Partial<LLMConfig> | ChatModel): Promise<ChatModel>
  /**
   * The part of a history that the agent's memory setting lets a model see. That may take a request to a model: a
   * summary of older turns, or a search among them for what has to do with the newest.
   *
   * @param about what the model is about to be asked, when that is not the newest turn of the history
   */
  remember(messages: readonly Message[], about?: string): Promise<readonly Message[]>
  /** The vectors of texts, one each, from a model made for that. */
  embed(config: EmbeddingConfig, texts: readonly string[]): Promise<readonly (readonly number[])[]>
}

/** What came of a tool call. */
export interface ToolOutcome {
  /** The turn that tells the model, of the role `tool`. */
  readonly message: Message
  readonly result?: Json
  /** Why there is no result: unknown tool, bad arguments, a fault of the tool, or a person who said no. */
  readonly problem?: Problem
}

/** The agent's tools as a step may use them. */
export interface StepTools {
  /** What to offer a model: the tools of these names, or all of the agent's. Throws `tool.unknown` for a name nobody has. */
  list(names?: readonly string[]): readonly ToolSpec[]
  /**
   * Makes one call; it appears in the run's events. What the tool does wrong is part of the outcome, for the model to
   * see; it rejects only when the run is stopped, or waits for the approval that the tool's settings ask for. A call is
   * known by its id: within one execution it is made once.
   *
   * @param names the tools that may be called; all others are unknown. Default: all of the agent's.
   */
  call(call: ToolCall, names?: readonly string[]): Promise<ToolOutcome>
  /** Makes several calls side by side. All approvals they need are asked for before the first of them is made. */
  callAll(calls: readonly ToolCall[], names?: readonly string[]): Promise<readonly ToolOutcome[]>
}

/** An agent to call: by its id in the file's `agents`, or whole. */
export type AgentReference = string | AgentConfig

/** What a running step may touch. Everything else is out of reach on purpose. */
export interface StepContext<Config = unknown> {
  readonly config: Config
  readonly stepId: string
  readonly nodeName: string
  /** Aborts when the run is stopped or the step's time is up. */
  readonly signal: AbortSignal
  /** Shows a piece of text as it is made (a token). */
  emit(delta: string): void
  log(level: LogLevel, message: string, data?: Json): void
  /** Says how far it has come: 7 of 20. */
  progress(done: number, total: number): void
  readonly models: StepModels
  readonly fetch: typeof fetch
  /**
   * Makes one HTTP request, with a saved key where it names one: the key goes to the host it was saved for, and is in
   * nothing that comes back. Any status is an answer. Rejects with a coded fault (`http.…`).
   */
  request(request: HttpRequest): Promise<HttpAnswer>
  readonly sandbox: Sandbox
  /** The texts of documents that the file only names, and the indexes made of documents. */
  readonly documents: DocumentStore
  /** Names of the declared state fields with their types. */
  readonly fields: Readonly<Record<string, string>>
  readonly tools: StepTools
  /**
   * Pauses the run until a person answers. On resume the step runs again from its start, and `ask` returns the answer.
   * A step that may ask several things at once gives each a `key` of its own.
   */
  ask(question: Json, key?: string): Json
  /**
   * Work that is done at most once per execution, also when the step is tried again or runs anew after a pause: then
   * the former result is given. Results are plain JSON. `key` is unique within the step.
   */
  once<Result extends Json>(key: string, work: () => Promise<Result>): Promise<Result>
  /**
   * Runs another agent within this step and gives its final state. Its steps appear in the run's events, one level
   * further in; its questions are asked as this step's own. Done at most once per `key`.
   *
   * @throws AgentError what the inner run failed with, `agent.unknown`, `run.tooDeep`
   */
  runAgent(agent: AgentReference, input: Update, key?: string): Promise<State>
  /**
   * The state of an agent that can be run within this step: what can be put in, and what comes out. It has `messages`
   * when a step of that agent uses a model.
   *
   * @throws AgentError `agent.unknown`, or the first error that planning that agent found
   */
  stateOf(agent: AgentReference): Promise<StateType>
}

/** The function that does a step's work: it reads the state and returns what changed. */
export type StepFunction = (state: State, context: StepContext) => StepResult | Promise<StepResult>
