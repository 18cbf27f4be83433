import type { RunState, StepExecution } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { nameOfExecution } from '../../../look/nameOfExecution.ts'
import { findNext } from '../people/findNext.ts'
import { sayEdit } from '../people/sayEdit.ts'
import type { ComparedRow } from './ComparedRow.ts'

/** Where in the two runs a row is. */
export interface RowPlace {
  /** In words: the step, after those that it ran within. */
  readonly words: string
  /** The execution whose card shows it, and its run; undefined where no step ran. */
  readonly shown?: { readonly execution: StepExecution; readonly run: RunState }
}

/** The place that a row is about: of the second run, if it was there. */
export function whereOfRow(row: ComparedRow, before: RunState, after: RunState): RowPlace {
  const run = (row.after ?? row.edits?.[1]) === undefined ? before : after
  const edit = row.edits?.[1] ?? row.edits?.[0]
  if (edit !== undefined) {
    const next = findNext(edit, run)
    return { words: sayEdit(edit, run), ...(next === undefined ? {} : { shown: { execution: next, run } }) }
  }
  const execution = row.after ?? row.before
  if (execution === undefined) return { words: t('Start') }
  return { words: nameOfExecution(execution, run), shown: { execution, run } }
}
