import type { Problem, ProblemFix } from '../../errors/Problem.ts'
import { msg } from '../../language/msg.ts'
import { t } from '../../language/t.ts'
import { effectiveReducer } from '../../state/effectiveReducer.ts'
import type { Reducer, StateField, StateFieldType, StateType } from '../../state/StateType.ts'
import { entryAt } from './entryAt.ts'
import type { Planning } from './Planning.ts'
import { quoteNames } from './problemTexts.ts'

/** A field that steps on parallel branches write, though a new value replaces the old one: whose would it be? */
interface Conflict {
  readonly name: string
  readonly field: StateField
  /** The steps that meet at least one other, in step order. */
  readonly writers: readonly number[]
}

function findConflicts({
  stateType,
  flow,
  analysis,
}: Pick<Planning, 'stateType' | 'flow' | 'analysis'>): readonly Conflict[] {
  if (!analysis.forked) return []
  return Object.entries(stateType.fields).flatMap(([name, field]) => {
    const all = flow.writersOf(name)
    if (all.length < 2 || effectiveReducer(field) !== 'replace') return []
    const writers = all.filter((one) => all.some((other) => analysis.areParallel(one, other)))
    return writers.length === 0 ? [] : [{ name, field, writers }]
  })
}

/** What each type of field does so that nothing written in parallel is lost. */
const combining: Partial<Readonly<Record<StateFieldType, Reducer>>> = {
  array: 'append',
  object: 'merge',
  number: 'add',
  integer: 'add',
}

/** That no field is written on parallel branches without a rule for combining the values. */
export function checkParallelWrites(planning: Planning): readonly Problem[] {
  return findConflicts(planning).map((conflict) => toProblem(planning, conflict))
}

function toProblem({ config, names }: Planning, { name, field, writers }: Conflict): Problem {
  const reducer = combining[field.type]
  const who = quoteNames(writers.map((writer) => entryAt(names, writer)))
  const ways =
    reducer === undefined
      ? t('Let each write a field of its own, or run one after the other.')
      : t(advice[reducer], { name })
  const ids = writers.map((writer) => entryAt(config.steps, writer).id)
  const stepId = entryAt(ids, 0)
  return {
    code: 'graph.parallelWrite',
    severity: 'error',
    stepId,
    message: t('{who} run at the same time and write {name}, which keeps only one value. {ways}', { who, name, ways }),
    cause: { detail: { field: name, steps: ids } },
    ...(reducer === undefined ? {} : { fix: setReducer(name, reducer) }),
  }
}

const advice: Readonly<Record<Reducer, string>> = {
  append: msg('Let {name} append new items, or let each write a field of its own.'),
  merge: msg('Let {name} merge new keys, or let each write a field of its own.'),
  add: msg('Let {name} add the numbers, or let each write a field of its own.'),
  replace: msg('Let {name} keep the last value, or let each write a field of its own.'),
}

const fixes: Readonly<Record<Reducer, string>> = {
  append: msg('Let {name} append new items'),
  merge: msg('Let {name} merge new keys'),
  add: msg('Let {name} add the numbers'),
  replace: msg('Let {name} keep the last value'),
}

function setReducer(name: string, reducer: Reducer): ProblemFix {
  return {
    label: t(fixes[reducer], { name }),
    change: { path: `stateType.fields.${name}.reducer`, value: reducer },
  }
}

/**
 * The state type that `graphConfig.allowParallel` asks for: lists and objects that parallel branches write, and that say
 * nothing of their own about it, append and merge. All other fields stay as they are.
 */
export function allowParallelWrites(planning: Pick<Planning, 'stateType' | 'flow' | 'analysis'>): StateType {
  const known = allowed.get(planning.flow) ?? addReducers(planning)
  allowed.set(planning.flow, known)
  return known
}

/** By the flow it follows from, so that the type stays the same object while nothing else changes. */
const allowed = new WeakMap<Planning['flow'], StateType>()

function addReducers(planning: Pick<Planning, 'stateType' | 'flow' | 'analysis'>): StateType {
  const open = findConflicts(planning).filter(
    ({ field }) => field.reducer === undefined && (field.type === 'array' || field.type === 'object'),
  )
  if (open.length === 0) return planning.stateType
  const fields = open.map(({ name, field }): [string, StateField] => [
    name,
    { ...field, reducer: field.type === 'array' ? 'append' : 'merge' },
  ])
  return { ...planning.stateType, fields: { ...planning.stateType.fields, ...Object.fromEntries(fields) } }
}
