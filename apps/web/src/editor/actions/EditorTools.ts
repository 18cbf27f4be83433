import type { StepRegistry } from '@petal/core/model'
import type { EditorStore } from '../createEditorStore.ts'
import type { Planner } from '../createPlanner.ts'
import type { StepFactsSource } from '../createStepFacts.ts'
import type { historyActions } from './historyActions.ts'
import type { sessionActions } from './sessionActions.ts'

/** What the actions on steps and edges work with. */
export interface EditorTools {
  readonly store: EditorStore
  readonly registry: StepRegistry
  readonly facts: StepFactsSource
  readonly planner: Planner
  readonly history: ReturnType<typeof historyActions>
  readonly session: ReturnType<typeof sessionActions>
}
