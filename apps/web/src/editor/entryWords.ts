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

/** What is painted first does with the label alone. */
let describe: DescribeEntry = ({ label }) => sayLabel(label)

/** Brings what names steps, which comes late. */
export function nameSteps(given: DescribeEntry): void {
  describe = given
}

/** What undo would take back, in words; undefined when there is nothing. */
export function describeUndo({ past, present }: History<AgentDocument>, facts: StepFactsSource): string | undefined {
  const entry = past.at(-1)
  return entry && describe(entry, entry.snapshot, present, facts)
}

/** The same for redo. */
export function describeRedo({ future, present }: History<AgentDocument>, facts: StepFactsSource): string | undefined {
  const entry = future[0]
  return entry && describe(entry, present, entry.snapshot, facts)
}
