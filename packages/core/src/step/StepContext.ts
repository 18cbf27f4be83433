import type { LLMConfig } from '../config/AgentConfig.ts'
import type { Json } from '../json/Json.ts'
import type { ChatModel } from '../models/ChatModel.ts'
import type { Message } from '../models/Message.ts'
import type { Sandbox } from '../sandbox/Sandbox.ts'
import type { State } from '../state/StateType.ts'
import type { StepResult } from './StepResult.ts'

export type LogLevel = 'DEBUG' | 'INFO' | 'WARNING' | 'ERROR' | 'CRITICAL'

/** Models as a step may use them. */
export interface StepModels {
  /**
   * The model for this step: settings given here win over the agent's `llmConfig`, which wins over `defaultLLM`. A
   * client made in code is taken as it is. Requests and answers made through it appear in the run's events.
   */
  get(llm?: Partial<LLMConfig> | ChatModel): Promise<ChatModel>
  /** The part of a history that the agent's memory setting lets a model see. */
  remember(messages: readonly Message[]): readonly Message[]
}

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
  readonly models: StepModels
  readonly fetch: typeof fetch
  readonly sandbox: Sandbox
  /** Names of the declared state fields with their types. */
  readonly fields: Readonly<Record<string, string>>
  /**
   * Pauses the run until a person answers. On resume the step runs again from its start, and `ask` returns the answer.
   */
  ask(question: Json): Json
}

/** The function that does a step's work: it reads the state and returns what changed. */
export type StepFunction = (state: State, context: StepContext) => StepResult | Promise<StepResult>
