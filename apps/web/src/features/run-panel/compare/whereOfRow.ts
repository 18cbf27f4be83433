import type { RunState, StateEditRecord, StepExecution } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { nameOfExecution } from '../../../look/nameOfExecution.ts'
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
    const next = nextOf(edit, run)
    return { words: sayEdit(edit, run), ...(next === undefined ? {} : { shown: { execution: next, run } }) }
  }
  const execution = row.after ?? row.before
  if (execution === undefined) return { words: t('Start') }
  return { words: nameOfExecution(execution, run), shown: { execution, run } }
}

/** What a person did to the state, and before which steps. */
function sayEdit(edit: StateEditRecord, run: RunState): string {
  const next = nextOf(edit, run)
  const names =
    next === undefined ? edit.stepIds.map((id) => run.steps[id]?.nodeName ?? id).join(', ') : nameOfExecution(next, run)
  return t('The state was edited before {names}', { names })
}

/** The step that found what was edited. */
function nextOf(
  { stepIds, path = [], key, after }: StateEditRecord,
  { executions }: RunState,
): StepExecution | undefined {
  const isThere = (execution: StepExecution) =>
    stepIds.includes(execution.stepId) &&
    execution.key === key &&
    execution.path.length === path.length &&
    path.every((id, index) => execution.path[index] === id)
  return executions.slice(after).find(isThere) ?? executions.find(isThere)
}
