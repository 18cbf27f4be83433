import type { OutlineRow } from './OutlineRow.ts'

/**
 * The row of what an undo or a redo brought back, or else of what it changed: the first of them. Undefined where the focus
 * can stay: nothing shows here, or the row that has it is itself about the change.
 */
export function rowOfChange(
  before: readonly OutlineRow[],
  after: readonly OutlineRow[],
  activeId: string | undefined,
): string | undefined {
  const old = new Map(before.map((row) => [row.id, row]))
  const changed = after.filter((row) => !saysSame(old.get(row.id), row))
  const came = changed.filter(({ id }) => !old.has(id))
  const shown = [came.filter(isWhole), changed.filter(isWhole), came, changed].find((rows) => rows.length > 0) ?? []
  if (shown.some(({ id }) => id === activeId)) return undefined
  const [first] = shown
  return first?.id ?? rowAbove(before, after, activeId)
}

function isWhole({ level }: OutlineRow): boolean {
  return level === 1
}

/** Where nothing else changed, the nearest row above one that is gone. */
function rowAbove(
  before: readonly OutlineRow[],
  after: readonly OutlineRow[],
  activeId: string | undefined,
): string | undefined {
  const left = new Set(after.map(({ id }) => id))
  if (activeId === undefined || left.has(activeId)) return undefined
  const at = before.findIndex(({ id }) => id === activeId)
  return before.slice(0, Math.max(0, at)).findLast((row) => isWhole(row) && left.has(row.id))?.id
}

/** Whether a row is about the same thing in the same state, wherever it stands. */
function saysSame(a: OutlineRow | undefined, b: OutlineRow): boolean {
  if (a === undefined || a.kind !== b.kind) return false
  if (a.kind === 'step' && b.kind === 'step') return a.step === b.step && a.group === b.group
  return JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b))
}

function contentOf({ level: _, expanded: _folded, position: _place, setSize: _siblings, ...content }: OutlineRow) {
  return content
}
