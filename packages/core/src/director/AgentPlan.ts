import type { AgentConfig, ErrorConfig, LLMConfig, RetryConfig } from '../config/AgentConfig.ts'
import type { Problem } from '../errors/Problem.ts'
import type { Json } from '../json/Json.ts'
import type { StateType } from '../state/StateType.ts'
import type { StepHost, StepPorts } from '../step/StepDefinition.ts'

/** One step, resolved and ready to become a node. */
export interface PlannedStep {
  readonly id: string
  /** 0-based position in the configuration. */
  readonly index: number
  readonly type: string
  readonly nodeName: string
  /** Settings with defaults filled in and older versions migrated. */
  readonly config: Readonly<Record<string, Json>>
  readonly ports: StepPorts
  readonly reads: readonly string[]
  readonly writes: readonly string[]
  /** Resolved model settings, when the step uses a model. */
  readonly llm?: LLMConfig
  /** The servers it asks beside its model's; left out when there are none. */
  readonly hosts?: readonly StepHost[]
  readonly timeoutMs?: number
  readonly retry: RetryConfig
  readonly onError?: ErrorConfig
  /** True when it does nothing but pass the state through; its one exit is the one it is left by. */
  readonly disabled?: boolean
  /** The exit it then leaves by, where its type has several. */
  readonly passBy?: string
  /** True when parallel branches meet here: it runs once, after all of them. */
  readonly join: boolean
}

/** A way from one step to another; `from` may be START, `to` may be END. `exit` undefined: whatever the exit. */
export interface PlannedEdge {
  readonly from: string
  readonly exit?: string
  readonly to: string
  /** True for an edge that leads back, closing a loop. */
  readonly loop: boolean
  /** How many turns the loop may have each time it is entered, and the exit that is taken then. */
  readonly maxTurns?: number
  readonly leaveBy?: string
}

/** What will run, as plain data: no functions, no framework. */
export interface AgentPlan {
  readonly agent: AgentConfig
  /** With `messages` added when a step needs it. */
  readonly stateType: StateType
  readonly messagesAdded: boolean
  readonly steps: readonly PlannedStep[]
  readonly edges: readonly PlannedEdge[]
  readonly recursionLimit: number
}

/** The one opinion about an agent: its plan when it can run, and every problem found, worst first. */
export type PlanResult =
  | { readonly ok: true; readonly plan: AgentPlan; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }
