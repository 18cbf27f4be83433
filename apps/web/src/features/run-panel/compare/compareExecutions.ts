import type { StepExecution } from '@petal/core/model'
import { msg, t } from '@petal/ui/language'
import type { ComparedRow } from './ComparedRow.ts'
import { listDifferences } from './listDifferences.ts'

/** How an execution ended, in a word among others. */
const statusWords: Readonly<Record<StepExecution['status'], string>> = {
  running: msg('running'),
  ended: msg('ended'),
  failed: msg('failed'),
  stopped: msg('stopped'),
  waiting: msg('waiting'),
}

/**
 * One execution of a step in two runs.
 *
 * @param isFirst nothing differed before: once the runs differ, the states that steps find differ with them
 */
export function compareExecutions(
  before: StepExecution | undefined,
  after: StepExecution | undefined,
  isFirst: boolean,
): ComparedRow {
  const id = `${before?.executionId ?? ''} ${after?.executionId ?? ''}`
  const bare = { id, before, after, notes: [], fields: [] }
  if (before === undefined) return { ...bare, kind: 'onlyAfter' }
  if (after === undefined) return { ...bare, kind: 'onlyBefore' }
  const output = listDifferences(before.update ?? {}, after.update ?? {})
  const given = isFirst ? listDifferences(before.stateBefore, after.stateBefore) : []
  const hands = sayHands(before.fixed === true, after.fixed === true, output.length > 0)
  const notes = [
    ...(given.length > 0 ? [t('another state before')] : []),
    ...(output.length > 0 ? [t('another output')] : []),
    ...(hands === undefined ? [] : [hands]),
    ...(before.exit === after.exit ? [] : [`${before.exit ?? t('no exit')} → ${after.exit ?? t('no exit')}`]),
    ...(before.status === after.status ? [] : [`${t(statusWords[before.status])} → ${t(statusWords[after.status])}`]),
  ]
  const fields = output.length > 0 ? output : given
  if (notes.length === 0) return { ...bare, kind: 'same' }
  const fromWithin = given.length === 0 && hands === undefined ? { fromWithin: true as const } : {}
  return { ...bare, kind: 'different', notes, fields, ...fromWithin }
}

/** Where a person had set the output of the step: as far as that is a difference. */
function sayHands(before: boolean, after: boolean, differs: boolean): string | undefined {
  if (before && after) return differs ? t('its output was set by hand in both runs') : undefined
  if (before) return t('its output was set by hand in the first run')
  return after ? t('its output was set by hand in the second run') : undefined
}
