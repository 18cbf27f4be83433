import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AgentDocument } from './AgentDocument.ts'
import type { StepFactsSource } from './createStepFacts.ts'
import type { History, HistoryEntry } from './history.ts'
import { sayLabel } from './sayLabel.ts'

/** Says an entry in words, by what was there before it and after. */
export type DescribeEntry = (
  entry: HistoryEntry<AgentDocument>,
  before: AgentDocument,
  after: AgentDocument,
  facts: StepFactsSource,
) => string

/** What undo and redo would do, in words; undefined when there is nothing. */
interface UndoWords {
  undo(history: History<AgentDocument>): string | undefined
  redo(history: History<AgentDocument>): string | undefined
}

/** The words for the entries of one editor's history. */
export interface EntryWords {
  /** Another object once steps are named. */
  readonly current: StoreApi<UndoWords>
  /** Gives it what names the steps of an entry. Until then its label is all that is said. */
  begin(describe: DescribeEntry): void
}

export function createEntryWords(facts: StepFactsSource): EntryWords {
  const current = createStore<UndoWords>(() => sayBy(({ label }) => sayLabel(label), facts))
  return { current, begin: (describe) => current.setState(sayBy(describe, facts)) }
}

function sayBy(describe: DescribeEntry, facts: StepFactsSource): UndoWords {
  return {
    undo({ past, present }) {
      const entry = past.at(-1)
      return entry && describe(entry, entry.snapshot, present, facts)
    },
    redo({ future, present }) {
      const entry = future[0]
      return entry && describe(entry, present, entry.snapshot, facts)
    },
  }
}
