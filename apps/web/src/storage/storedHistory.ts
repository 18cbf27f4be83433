import type { AgentDocument } from '../editor/AgentDocument.ts'
import type { History, HistoryEntry } from '../editor/history.ts'
import { isEditLabel } from '../editor/isEditLabel.ts'

/** Undo and redo without the present, which is saved as the agent's text. Snapshots that share parts stay sharing. */
export interface StoredHistory {
  readonly past: readonly HistoryEntry<AgentDocument>[]
  readonly future: readonly HistoryEntry<AgentDocument>[]
}

/** How many entries of each direction are kept. */
const ENTRIES_KEPT = 100

export function toStoredHistory({ past, future }: History<AgentDocument>): StoredHistory {
  return { past: past.slice(-ENTRIES_KEPT), future: future.slice(0, ENTRIES_KEPT) }
}

/** The history around this present, or undefined when what was stored is not one. */
export function fromStoredHistory(stored: unknown, present: AgentDocument): History<AgentDocument> | undefined {
  const past = readEntries(stored, 'past')
  const future = readEntries(stored, 'future')
  return past && future ? { past, present, future, gesture: undefined } : undefined
}

function readEntries(stored: unknown, part: keyof StoredHistory): readonly HistoryEntry<AgentDocument>[] | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined
  const entries: unknown = Reflect.get(stored, part)
  return Array.isArray(entries) && entries.every(isEntry) ? entries.map(withLayouts) : undefined
}

/** What was stored before a file could hold other agents knows no places for their steps. */
function withLayouts(entry: HistoryEntry<AgentDocument>): HistoryEntry<AgentDocument> {
  return 'layouts' in entry.snapshot ? entry : { ...entry, snapshot: { ...Object(entry.snapshot), layouts: {} } }
}

function isEntry(value: unknown): value is HistoryEntry<AgentDocument> {
  if (typeof value !== 'object' || value === null || !('label' in value) || !('snapshot' in value)) return false
  const { label, snapshot } = value
  if (!isEditLabel(label)) return false
  if (typeof snapshot !== 'object' || snapshot === null || !('agent' in snapshot) || !('layout' in snapshot))
    return false
  const { agent, layout } = snapshot
  return (
    typeof agent === 'object' && agent !== null && 'steps' in agent && Array.isArray(agent.steps) && layout !== null
  )
}
