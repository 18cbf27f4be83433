import type { AgentConfig, PlanResult, RunEvent, RunState, StepRegistry } from '@petal/core/model'
import type { FixedOutputs, MarkedSteps } from '../editor/EditorState.ts'
import type { RunStore } from '../storage/createRunStore.ts'
import type { Keyring } from '../storage/Keyring.ts'
import type { RecordedAgent } from './createRunRecorder.ts'
import type { RunArchive } from './RunArchive.ts'
import type { RunInput } from './RunInput.ts'
import type { Runner } from './Runner.ts'
import type { Threads } from './Threads.ts'

/** What the controller works with. */
export interface RunControllerParts {
  readonly runner: Runner
  readonly registry: StepRegistry
  readonly keyring: Keyring
  readonly runs: RunStore
  readonly archive: RunArchive
  readonly input: RunInput
  readonly threads: Threads
  /** The agent on screen. */
  agent(): AgentConfig
  /** The library's entry for it. */
  identity(): RecordedAgent
  plan(agent: AgentConfig): PlanResult
  /** Calls back once agents can be planned; at once when they already can. */
  whenPlanned(work: () => void): void
  /** The run on screen. */
  currentRun(): RunState | undefined
  /** Why the agent on screen may only be looked at, or undefined. */
  readOnly(): string | undefined
  isTrusted(): boolean
  trust(): void
  /** The steps that a run of the agent on screen pauses before. */
  breakpoints(): MarkedSteps
  /** What a run of the agent on screen takes instead of running steps. */
  fixedOutputs(): FixedOutputs
  receive(events: readonly RunEvent[]): void
  clearRun(): void
}
