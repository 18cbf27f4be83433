import type { GivenAnswers, Json, State } from '@petal/core/model'
import type { FixedOutputs } from '../editor/EditorState.ts'

/** How a field of the final state is looked at. */
export const expectationKinds = ['equals', 'contains', 'matches'] as const
export type ExpectationKind = (typeof expectationKinds)[number]

/** What a field is to have in the end. For `contains` and `matches` the value is a text. */
export interface Expectation {
  readonly field: string
  readonly kind: ExpectationKind
  readonly value: Json
  /** Not looked at, but kept as it was written. */
  readonly isOn?: false
}

/** One run to make again, and what is to come of it. */
export interface AgentTest {
  readonly id: string
  readonly name: string
  readonly input: State
  readonly expectations: readonly Expectation[]
  /** Whether models answer, or what is `recorded` is taken for them: then no model is asked, also where nothing is. */
  readonly models: 'asked' | 'replayed'
  /** What can be taken instead of running steps: the answers of models, by their places in the run. */
  readonly recorded: FixedOutputs
  /** What a person answered, which is answered again; tests of earlier forms have none. */
  readonly answers?: GivenAnswers
}
