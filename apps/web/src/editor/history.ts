import type { EditLabel } from './EditLabel.ts'

/** What a change means for undo: an entry of its own, part of a gesture's entry, or none at all. */
export type HistoryPolicy = 'record' | 'skip' | { readonly merge: string }

/** One step back: what was done, and the snapshot from before it. */
export interface HistoryEntry<Snapshot> {
  readonly label: EditLabel
  readonly snapshot: Snapshot
}

/** Undo and redo as immutable snapshots, which share what did not change. */
export interface History<Snapshot> {
  /** Oldest first. */
  readonly past: readonly HistoryEntry<Snapshot>[]
  readonly present: Snapshot
  /** Nearest first. An entry's snapshot is the state after it. */
  readonly future: readonly HistoryEntry<Snapshot>[]
  /** The gesture whose changes still join the newest entry. */
  readonly gesture: string | undefined
}

/** How many entries are kept. */
export const historyLimit = 200

export function createHistory<Snapshot>(present: Snapshot): History<Snapshot> {
  return { past: [], present, future: [], gesture: undefined }
}

/** Makes `next` the present. The same snapshot again changes nothing. */
export function commitToHistory<Snapshot>(
  history: History<Snapshot>,
  label: EditLabel,
  next: Snapshot,
  policy: HistoryPolicy,
): History<Snapshot> {
  if (next === history.present) return history
  if (policy === 'skip') return { ...history, present: next }
  const gesture = policy === 'record' ? undefined : policy.merge
  if (gesture !== undefined && gesture === history.gesture) return { ...history, present: next, future: [] }
  const past = [...history.past, { label, snapshot: history.present }].slice(-historyLimit)
  return { past, present: next, future: [], gesture }
}

/** One entry back; the same history when there is none. */
export function undoHistory<Snapshot>(history: History<Snapshot>): History<Snapshot> {
  const entry = history.past.at(-1)
  if (!entry) return history
  return {
    past: history.past.slice(0, -1),
    present: entry.snapshot,
    future: [{ label: entry.label, snapshot: history.present }, ...history.future],
    gesture: undefined,
  }
}

/** One entry forward again; the same history when there is none. */
export function redoHistory<Snapshot>(history: History<Snapshot>): History<Snapshot> {
  const entry = history.future[0]
  if (!entry) return history
  return {
    past: [...history.past, { label: entry.label, snapshot: history.present }],
    present: entry.snapshot,
    future: history.future.slice(1),
    gesture: undefined,
  }
}
