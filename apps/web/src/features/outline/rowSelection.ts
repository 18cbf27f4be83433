import type { Selection } from '../../editor/EditorState.ts'
import { edgeId } from '../../editor/edgeId.ts'
import { noSelection } from '../../editor/noSelection.ts'
import { countSelected } from '../../editor/pruneSelection.ts'
import type { OutlineRow } from './OutlineRow.ts'

/** What is selected with a row; nothing for a row that only tells something. */
export function selectionOf(row: OutlineRow): Selection {
  switch (row.kind) {
    case 'step':
      return { ...noSelection, stepIds: [row.step.id] }
    case 'way':
      // What is open is no edge yet.
      return row.way.kind === 'open' ? noSelection : { ...noSelection, edgeIds: [edgeId(row.way.edge)] }
    case 'group':
      return { ...noSelection, stepIds: row.group.stepIds, noteIds: row.group.noteIds }
    case 'note':
      return { ...noSelection, noteIds: [row.note.id] }
    default:
      return noSelection
  }
}

/** Whether all that a row stands for is selected. */
export function isRowSelected(row: OutlineRow, selection: Selection): boolean {
  const own = selectionOf(row)
  if (countSelected(own) === 0) return false
  return (
    hasAll(selection.stepIds, own.stepIds) &&
    hasAll(selection.edgeIds, own.edgeIds) &&
    hasAll(selection.noteIds, own.noteIds)
  )
}

/** A group may have thousands, and this is asked for each change of anything. */
function hasAll(ids: readonly string[], wanted: readonly string[]): boolean {
  if (wanted.length > ids.length) return false
  if (wanted.length < 2) return wanted.every((id) => ids.includes(id))
  const known = new Set(ids)
  return wanted.every((id) => known.has(id))
}

/** The selection with a row beside it, or without it where it was in. */
export function toggleRow(row: OutlineRow, selection: Selection): Selection {
  const own = selectionOf(row)
  const isIn = isRowSelected(row, selection)
  const toggle = (ids: readonly string[], all: readonly string[]) =>
    isIn ? all.filter((id) => !ids.includes(id)) : [...new Set([...all, ...ids])]
  return {
    stepIds: toggle(own.stepIds, selection.stepIds),
    edgeIds: toggle(own.edgeIds, selection.edgeIds),
    noteIds: toggle(own.noteIds, selection.noteIds),
  }
}

/** The steps and notes from one row to another, whichever of them stands first. */
export function selectRange(rows: readonly OutlineRow[], from: number, to: number): Selection {
  const range = rows.slice(Math.min(from, to), Math.max(from, to) + 1)
  return {
    stepIds: range.flatMap((row) => (row.kind === 'step' ? [row.step.id] : [])),
    edgeIds: [],
    noteIds: range.flatMap((row) => (row.kind === 'note' ? [row.note.id] : [])),
  }
}

/** The row of what was selected last; undefined when nothing of it has one. */
export function rowOfSelection(
  rows: readonly OutlineRow[],
  { stepIds, edgeIds, noteIds }: Selection,
): OutlineRow | undefined {
  const [step, edge, note] = [stepIds.at(-1), edgeIds.at(-1), noteIds.at(-1)]
  return rows.find((row) => {
    if (row.kind === 'step') return row.step.id === step
    if (row.kind === 'way') return row.way.kind !== 'open' && edge !== undefined && edgeId(row.way.edge) === edge
    return row.kind === 'note' && row.note.id === note
  })
}
