import { type Json, type RunState, type State, type StepExecution, sameJson } from '@petal/core/model'
import { msg, t } from '@petal/ui/language'
import { diffArrays } from 'diff'
import { withoutIds } from '../../../look/difference/withoutIds.ts'

/** One field that has another value in the other run. */
export interface FieldDifference {
  readonly name: string
  readonly before: Json | undefined
  readonly after: Json | undefined
}

/** One moment of two runs, side by side. */
export interface ComparedRow {
  /** `start`, or the ids of the executions. */
  readonly id: string
  readonly before: StepExecution | undefined
  readonly after: StepExecution | undefined
  readonly kind: 'same' | 'different' | 'onlyBefore' | 'onlyAfter'
  /** What differs, in short: `output`, `went on by another exit`. */
  readonly notes: readonly string[]
  readonly fields: readonly FieldDifference[]
}

export interface RunComparison {
  readonly rows: readonly ComparedRow[]
  /** The first row that is not the same; undefined when both runs did the same. */
  readonly firstId: string | undefined
}

/** Two runs side by side: executions of the same step face each other, in their order. */
export function compareRuns(before: RunState, after: RunState): RunComparison {
  const start = compareStart(before, after)
  let diverged = start.kind !== 'same'
  const rows = alignExecutions(before, after).map(([one, other]) => {
    const row = compareExecutions(one, other, !diverged)
    diverged ||= row.kind !== 'same'
    return row
  })
  const all = [start, ...rows]
  return { rows: all, firstId: all.find(({ kind }) => kind !== 'same')?.id }
}

function compareStart(before: RunState, after: RunState): ComparedRow {
  const fields = listDifferences(before.input, after.input)
  const notes = fields.length === 0 ? [] : [t('another input')]
  const kind = fields.length === 0 ? 'same' : 'different'
  return { id: 'start', before: undefined, after: undefined, kind, notes, fields }
}

type Pair = readonly [StepExecution | undefined, StepExecution | undefined]

function alignExecutions(before: RunState, after: RunState): readonly Pair[] {
  const changes = diffArrays(before.executions.map(nameIn(before)), after.executions.map(nameIn(after)))
  const pairs: Pair[] = []
  let [left, right] = [0, 0]
  for (const { added, removed, value } of changes) {
    for (let count = 0; count < value.length; count += 1) {
      pairs.push([added ? undefined : before.executions[left], removed ? undefined : after.executions[right]])
      if (!added) left += 1
      if (!removed) right += 1
    }
  }
  return pairs
}

/** What an execution is called in both runs: its step, within which, and which item of a map it is. */
function nameIn({ executions }: RunState): (execution: StepExecution) => string {
  const steps = new Map(executions.map(({ executionId, stepId }) => [executionId, stepId]))
  return ({ stepId, path, key }) => JSON.stringify([...path.map((id) => steps.get(id) ?? id), key ?? '', stepId])
}

/** How an execution ended, in a word among others. */
const statusWords: Readonly<Record<StepExecution['status'], string>> = {
  running: msg('running'),
  ended: msg('ended'),
  failed: msg('failed'),
  stopped: msg('stopped'),
  waiting: msg('waiting'),
}

function compareExecutions(
  before: StepExecution | undefined,
  after: StepExecution | undefined,
  isFirst: boolean,
): ComparedRow {
  const id = `${before?.executionId ?? ''} ${after?.executionId ?? ''}`
  const bare = { id, before, after, notes: [], fields: [] }
  if (before === undefined) return { ...bare, kind: 'onlyAfter' }
  if (after === undefined) return { ...bare, kind: 'onlyBefore' }
  const output = listDifferences(before.update ?? {}, after.update ?? {})
  // Once the runs differ, the states that steps find differ with them: only the first time it is news.
  const given = isFirst ? listDifferences(before.stateBefore, after.stateBefore) : []
  const notes = [
    ...(given.length > 0 ? [t('another state before')] : []),
    ...(output.length > 0 ? [t('another output')] : []),
    ...(before.exit === after.exit ? [] : [`${before.exit ?? t('no exit')} → ${after.exit ?? t('no exit')}`]),
    ...(before.status === after.status ? [] : [`${t(statusWords[before.status])} → ${t(statusWords[after.status])}`]),
  ]
  const fields = output.length > 0 ? output : given
  return { ...bare, kind: notes.length === 0 ? 'same' : 'different', notes, fields }
}

function listDifferences(before: State, after: State): readonly FieldDifference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap((name) => {
    const [old, now] = [readField(before, name), readField(after, name)]
    return sameJson(old, now) ? [] : [{ name, before: old, after: now }]
  })
}

function readField(state: State, name: string): Json | undefined {
  const value = state[name]
  return value === undefined ? undefined : withoutIds(value)
}
