import type { AgentConfig } from '../../config/AgentConfig.ts'
import type { Problem } from '../../errors/Problem.ts'
import type { StepRegistry } from '../../registry/StepRegistry.ts'
import type { StateType } from '../../state/StateType.ts'
import type { ToolFunctions } from '../../tools/ToolFunction.ts'
import type { GraphAnalysis } from './analyseGraph.ts'
import type { FieldFlow } from './FieldFlow.ts'
import type { ReadStep } from './readSteps.ts'

/** An agent taken apart: what every check looks at. Lists are by step number. */
export interface Planning {
  readonly config: AgentConfig
  readonly registry: StepRegistry
  readonly steps: readonly ReadStep[]
  /** What people call each step. */
  readonly names: readonly string[]
  /** With `messages` added when a step needs it. */
  readonly stateType: StateType
  readonly analysis: GraphAnalysis
  readonly flow: FieldFlow
  /** The work of tools that code gives, by name. */
  readonly functions: ToolFunctions
}

/** Looks for one kind of problem. Pure. */
export type Check = (planning: Planning) => readonly Problem[]
