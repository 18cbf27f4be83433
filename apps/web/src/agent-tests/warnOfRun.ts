import type { RunState } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { lastOutput } from '../editor/fixOutput.ts'
import { nameOfExecution } from '../look/nameOfExecution.ts'
import { listAsked } from './listAsked.ts'

/**
 * Why a test would not do what this run did, if so: it begins at the start, nobody is there to write over or to answer anything, and
 * what a model never answered cannot be taken.
 */
export function warnOfRun(run: RunState): string | undefined {
  const { from, edits = [], answers = [], steps } = run
  if (from !== undefined) {
    const names = from.stepIds.map((id) => steps[id]?.nodeName ?? id).join(', ')
    return t('This run began at {names}, in the middle of another. Its test runs the agent from the start.', { names })
  }
  if (edits.length > 0) return t('A person wrote over the state during this run. In its test nobody does.')
  if (answers.length > 0)
    return t(
      'A person answered during this run. In its test nobody does, and it waits there: let the next runs take the last output of the step that asks, run again, and save that run instead.',
    )
  const lacking = listAsked(run).filter((execution) => lastOutput(execution) === undefined)
  if (lacking.length === 0) return undefined
  const names = [...new Set(lacking.map((execution) => nameOfExecution(execution, run)))].join(', ')
  return t('This run has no answer to take for {names}. A test that takes its answers fails where it needs one.', {
    names,
  })
}
