import type { RunState, StateEditRecord } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { nameOfExecution } from '../../../look/nameOfExecution.ts'
import { findNext } from './findNext.ts'

/** That a person edited the state, and before which steps. */
export function sayEdit(edit: StateEditRecord, run: RunState): string {
  const next = findNext(edit, run)
  const caller = edit.path?.at(-1)
  const within = run.executions.find(({ executionId }) => executionId === caller)
  const steps = edit.stepIds.map((id) => run.steps[id]?.nodeName ?? id).join(', ')
  const names =
    next !== undefined ? nameOfExecution(next, run) : within === undefined ? steps : nameOfExecution(within, run)
  return t('The state was edited before {names}', { names })
}
