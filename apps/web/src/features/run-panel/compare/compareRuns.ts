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
  const past = new Divergence(start)
  const rows = alignRuns(before, after).map((pair) => {
    const row = comparePair(pair, past.isAhead(pair))
    past.note(row)
    return row
  })
  const all = [start, ...rows]
  return { rows: all, firstId: findFirst(all)?.id }
}

function compareStart(before: RunState, after: RunState): ComparedRow {
  const fields = listDifferences(before.input, after.input)
  const notes = fields.length === 0 ? [] : [t('another input')]
  const kind = fields.length === 0 ? 'same' : 'different'
  return { id: 'start', before: undefined, after: undefined, kind, notes, fields }
}

function comparePair([before, after]: AlignedPair, isFirst: boolean): ComparedRow {
  if (before?.edit === undefined && after?.edit === undefined)
    return compareExecutions(before?.execution, after?.execution, isFirst)
  return compareEdits(before?.edit, after?.edit)
}

/** Whether two runs have parted yet. A step that called an agent is told of before what ran within it, but ends after. */
class Divergence {
  #hasParted: boolean
  /** Steps that differ, perhaps because of what ran within them. */
  readonly #callers: StepExecution[] = []

  constructor(start: ComparedRow) {
    this.#hasParted = start.kind !== 'same'
  }

  isAhead([before, after]: AlignedPair): boolean {
    const path = [...(before?.execution?.path ?? []), ...(after?.execution?.path ?? [])]
    this.#hasParted ||= this.#callers.some(({ executionId }) => !path.includes(executionId))
    return !this.#hasParted
  }

  note({ kind, fromWithin, before }: ComparedRow): void {
    if (kind === 'same') return
    if (fromWithin && before !== undefined) this.#callers.push(before)
    else this.#hasParted = true
  }
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
