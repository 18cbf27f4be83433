import type { StepRegistry } from '@petal/core/model'
import type { AgentDocument } from './AgentDocument.ts'
import { createEditorStore, type EditorStore } from './createEditorStore.ts'
import { createEntryWords, type EntryWords } from './createEntryWords.ts'
import { createPlanner, type Planner } from './createPlanner.ts'
import { createStepFacts, type StepFactsSource } from './createStepFacts.ts'
import { type EditorActions, editorActions } from './editorActions.ts'

/** One editor: its state, what can be done with it, and what is derived from it. */
export interface Editor {
  readonly store: EditorStore
  readonly actions: EditorActions
  readonly registry: StepRegistry
  readonly facts: StepFactsSource
  readonly planner: Planner
  readonly entryWords: EntryWords
  /** To be called after step types were registered or replaced, so that cards, forms and problems follow. */
  registryChanged(): void
}

export function createEditor(registry: StepRegistry, document?: AgentDocument): Editor {
  const store = createEditorStore(document)
  const facts = createStepFacts(registry)
  const planner = createPlanner(store, registry, () => import('./planning.ts'))
  const entryWords = createEntryWords(facts)
  const actions = editorActions({ store, registry, facts, planner, entryWords })
  return {
    store,
    actions,
    registry,
    facts,
    planner,
    entryWords,
    registryChanged() {
      facts.reset()
      planner.reset()
      store.setState(({ session }) => ({ session: { ...session, registryRevision: session.registryRevision + 1 } }))
    },
  }
}
