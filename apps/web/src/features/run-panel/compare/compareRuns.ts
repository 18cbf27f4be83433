import type { RunState, StepExecution } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { type AlignedPair, alignRuns } from './alignRuns.ts'
import type { ComparedRow } from './ComparedRow.ts'
import { compareEdits } from './compareEdits.ts'
import { compareExecutions } from './compareExecutions.ts'
import { listDifferences } from './listDifferences.ts'

export interface RunComparison {
  readonly rows: readonly ComparedRow[]
  /** The row in which the runs part; undefined when both did the same. */
  readonly firstId: string | undefined
}

/** Two runs side by side: executions of the same step face each other, in their order. */
export function compareRuns(before: RunState, after: RunState): RunComparison {
  const start = compareStart(before, after)
  const all = [start]
  let past: Parting = { hasParted: start.kind !== 'same', callers: [] }
  for (const [index, pair] of alignRuns(before, after).entries()) {
    past = leaveCallers(past, pair)
    const row = comparePair(pair, index, !past.hasParted)
    past = noteDifference(past, row)
    all.push(row)
  }
  return { rows: all, firstId: findFirst(all)?.id }
}

function compareStart(before: RunState, after: RunState): ComparedRow {
  const fields = listDifferences(before.input, after.input)
  const notes = fields.length === 0 ? [] : [t('another input')]
  const kind = fields.length === 0 ? 'same' : 'different'
  return { id: 'start', before: undefined, after: undefined, kind, notes, fields }
}

function comparePair([before, after]: AlignedPair, index: number, isFirst: boolean): ComparedRow {
  if (before?.edit === undefined && after?.edit === undefined)
    return compareExecutions(before?.execution, after?.execution, isFirst)
  return compareEdits(`edit ${index}`, before?.edit, after?.edit)
}

/** Whether two runs have parted yet. A step that called an agent is told of before what ran within it, but ends after. */
interface Parting {
  readonly hasParted: boolean
  /** Steps that differ, perhaps because of what ran within them. */
  readonly callers: readonly StepExecution[]
}

/** What is known where a pair begins: past a step that differs, the runs have parted, if not within it. */
function leaveCallers({ hasParted, callers }: Parting, [before, after]: AlignedPair): Parting {
  const path = [...(before?.execution?.path ?? []), ...(after?.execution?.path ?? [])]
  return { hasParted: hasParted || callers.some(({ executionId }) => !path.includes(executionId)), callers }
}

function noteDifference({ hasParted, callers }: Parting, { kind, fromWithin, before }: ComparedRow): Parting {
  if (kind === 'same') return { hasParted, callers }
  const isCaller = fromWithin === true && before !== undefined
  return isCaller ? { hasParted, callers: [...callers, before] } : { hasParted: true, callers }
}

/** The first row that is not the same; of a step that differs because of what ran within it, the first one there. */
function findFirst(rows: readonly ComparedRow[]): ComparedRow | undefined {
  const first = rows.find(({ kind }) => kind !== 'same')
  if (first?.fromWithin === undefined) return first
  return findFirst(rows.filter((row) => isWithin(row, first))) ?? first
}

function isWithin(row: ComparedRow, { before, after }: ComparedRow): boolean {
  const [edited, editedAfter] = row.edits ?? []
  const old = row.before?.path ?? edited?.path ?? []
  const now = row.after?.path ?? editedAfter?.path ?? []
  return (
    (before !== undefined && old.includes(before.executionId)) ||
    (after !== undefined && now.includes(after.executionId))
  )
}
