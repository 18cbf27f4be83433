import type { DocumentSearch } from '../documents/DocumentSearch.ts'
import type { Problem } from '../errors/Problem.ts'
import type { Json } from '../json/Json.ts'
import type { StateFieldType } from '../state/StateType.ts'
import type { AgentUse, StepDefinition, StepHost, StepModel, StepPorts, TextReference } from '../step/StepDefinition.ts'

/** A step's settings as they will run, and all that follows from them. Plain data but for the definition. */
export interface ResolvedStep {
  readonly type: string
  readonly definition: StepDefinition
  /**
   * Migrated, with defaults filled in; unknown keys kept, and above version 1 marked with it. Where a value is not
   * usable, the default stands instead. Resolving it again gives the same.
   */
  readonly config: Readonly<Record<string, Json>>
  /** What is wrong with the settings: `path` is relative to the step (`config.routes[1].name`). */
  readonly problems: readonly Problem[]
  readonly ports: StepPorts
  readonly reads: readonly string[]
  /** Of those, the ones it cannot do without, each with the type it needs. */
  readonly needs: Readonly<Record<string, StateFieldType>>
  /** State fields it is known to write. */
  readonly writes: readonly string[]
  /** Of those, the ones it never leaves as they were. */
  readonly surelyWrites: readonly string[]
  /** True when it may write other fields too: its code or its author does not say which. */
  readonly writesAny: boolean
  /** The fields among which those others are; `undefined` when not even that is known. */
  readonly mayWrite: readonly string[] | undefined
  readonly texts: readonly TextReference[]
  /** Whether it talks to a model, and with which settings of its own. */
  readonly model: StepModel | undefined
  /** The agents it calls. */
  readonly agents: readonly AgentUse[]
  /** Names of the tools it uses; `undefined`: it may use any. */
  readonly tools: readonly string[] | undefined
  /** The servers it asks beside its model's. */
  readonly hosts: readonly StepHost[]
  /** The search in documents that it makes, if it makes one. */
  readonly search: DocumentSearch | undefined
}
