import type { Json } from '../../json/Json.ts'
import type { State } from '../../state/StateType.ts'
import type { AgentReference } from '../../step/StepContext.ts'
import type { Update } from '../../step/StepResult.ts'
import type { StepExecution } from './StepExecution.ts'
import type { StepSignal } from './StepSignal.ts'

/** What the tools of an execution work with. */
export interface StepToolsInit {
  readonly execution: StepExecution
  readonly signal: StepSignal
  ask(question: Json, key: string): Json
  runAgent(agent: AgentReference, input: Update, key: string): Promise<State>
}
