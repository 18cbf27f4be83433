import type { Json } from '../json/Json.ts'
import type { StateType } from '../state/StateType.ts'

/** The format version this code writes. */
export const FORMAT_VERSION = 1

/** The model providers a configuration can name; each of them runs. */
export const providerNames = [
  'practice',
  'openai',
  'anthropic',
  'google',
  'ollama',
  'browser',
  'cohere',
  'huggingface',
] as const
export type ProviderName = (typeof providerNames)[number]

/** Model settings. Resolved per step: the step's own, then the agent's, then `defaultLLM`. */
export interface LLMConfig {
  readonly provider: ProviderName
  readonly model: string
  /** 0 to 2. Default 0. */
  readonly temperature: number
  /** Longest answer in tokens, at least 1. Default 1,000. */
  readonly maxTokens: number
  /** Address of an OpenAI-compatible or local server, usually ending in `/v1`. */
  readonly baseUrl?: string
  /** Name under which the key is kept. Never the key. */
  readonly keyRef?: string
}

/** Further tries of a step whose fault may pass. */
export interface RetryConfig {
  /** Tries after the first. At least 0. */
  readonly maxRetries: number
  /** `exponential`: each wait twice as long as the one before, with jitter. `fixed`: always `waitMs`. */
  readonly backOff: 'exponential' | 'fixed'
  /** The first wait, in milliseconds. At least 0. */
  readonly waitMs: number
}

/** What becomes of the run when a step has failed for good. */
export interface ErrorConfig {
  /** `stop`: the run fails. `continue`: it goes on as if the step had ended. `exit`: it leaves by the port `error`. */
  readonly action: 'stop' | 'continue' | 'exit'
  /** What is written in the step's stead. */
  readonly update?: Readonly<Record<string, Json>>
  /** The state field that takes the problem: `{ code, message }`. */
  readonly writes?: string
}

/** One step of an agent. */
export interface StepConfig {
  /** A readable slug, given once and never changed: `^[a-z0-9_-]{1,64}$`. */
  readonly id: string
  readonly strategyType: string
  /** The step's own settings, in the shape of its plugin's schema. Kept verbatim for unknown types. */
  readonly config: Readonly<Record<string, Json>>
  /** What people see; default: the strategy's `getNodeName(index)`. */
  readonly nodeName?: string
  /** Longest time one execution may take, in milliseconds. */
  readonly timeout?: number
  /** Without it the agent's `graphConfig.maxRetries` counts. */
  readonly retry?: RetryConfig
  /** Without it the run fails with the step. */
  readonly onError?: ErrorConfig
  /** A run goes through it as if it were not there: the state passes unchanged. */
  readonly disabled?: boolean
}

/** How texts are found: by the words they share with a question, or by what an embedding model says they mean. */
export interface SearchConfig {
  /** `words`: built in, offline, without a model. `meaning`: with an embedding model. */
  readonly by: 'words' | 'meaning'
  readonly provider?: 'openai' | 'ollama' | 'google'
  readonly model?: string
  /** Address of a compatible or local server. */
  readonly baseUrl?: string
  /** Name under which the key is kept. Never the key. */
  readonly keyRef?: string
}

/** How much of the conversation a model step sees. */
export interface MemoryConfig {
  /**
   * `conversation`: the whole thread. `buffer`: the newest messages within `maxTokens`. `summary`: these after a summary
   * of what came before. `vector`: these with the older turns that are about the same.
   */
  readonly memoryType: 'conversation' | 'vector' | 'buffer' | 'summary'
  /** At least 1. Default 500. */
  readonly maxTokens: number
  /** The model that writes the summary; what is missing comes from the agent's `llmConfig`. */
  readonly llmConfig?: Partial<LLMConfig>
  /** How `vector` finds older turns. Default: by words. */
  readonly search?: SearchConfig
  readonly enabled: boolean
}

export interface GraphConfig {
  readonly graphType: 'linear' | 'branching' | 'parallel' | 'conditional'
  readonly allowParallel: boolean
  /** Tries after the first, per step. At least 0. Default 3. */
  readonly maxRetries: number
  /** Most supersteps of one run. At least 1. Default 25. */
  readonly recursionLimit: number
}

export interface LoggingConfig {
  readonly enabled: boolean
  readonly level: 'DEBUG' | 'INFO' | 'WARNING' | 'ERROR' | 'CRITICAL'
  /** Also log the state after each step. Default false. */
  readonly includeState: boolean
}

/** Where runs are remembered between calls. */
export interface CheckpointerConfig {
  readonly type: 'memory' | 'postgres' | 'sqlite'
  readonly config: Readonly<Record<string, Json>> | null
  readonly enabled: boolean
}

/** A way from one step to another. `START` and `END` are the ends of the graph. */
export interface EdgeConfig {
  readonly from: string
  /** The output port of `from`; without it the edge is taken whatever exit the step leaves by. */
  readonly exit?: string
  readonly to: string
  /** For an edge that leads back: how many turns the loop may have each time it is entered. At least 1. */
  readonly maxTurns?: number
  /** The exit of `from` that is taken when the loop had all its turns. Without it the run fails then. */
  readonly leaveBy?: string
}

/**
 * Where a card stands on the canvas, in canvas units (1 = 1 px at 100 %): x, y. A pinned one stays there when others are
 * put in order.
 */
export type Position = readonly [x: number, y: number, pinned?: 'pinned']

/**
 * A whole agent, as parsed from an `<name>.agent.json` file: defaults filled in, unknown keys kept (they are not in
 * this type, and `serializeAgentConfig` writes them back).
 */
export interface AgentConfig {
  readonly version: number
  readonly name: string | null
  readonly description?: string
  readonly stateType: StateType
  readonly steps: readonly StepConfig[]
  /** Without it the steps run in the order they are listed. */
  readonly edges?: readonly EdgeConfig[]
  readonly memory: MemoryConfig | null
  readonly graphConfig: GraphConfig
  readonly llmConfig: LLMConfig | null
  readonly loggingConfig: LoggingConfig
  readonly checkpointer: CheckpointerConfig | null
  readonly tools?: readonly Readonly<Record<string, Json>>[]
  /** Agents that steps and tools of this file call by id. They have no `agents` of their own: all share this list. */
  readonly agents?: Readonly<Record<string, AgentConfig>>
  readonly layout: Readonly<Record<string, Position>>
  readonly notes?: readonly Readonly<Record<string, Json>>[]
  readonly groups?: readonly Readonly<Record<string, Json>>[]
}

/** The model that answers when nothing else is set: built in, offline, deterministic. */
export const defaultLLM: LLMConfig = { provider: 'practice', model: 'practice', temperature: 0, maxTokens: 1000 }
