import type { ResolvedStep } from '../../handlers/ResolvedStep.ts'
import { effectiveReducer } from '../../state/effectiveReducer.ts'
import type { StateField, StateType } from '../../state/StateType.ts'
import { type GraphAnalysis, sameItems } from './analyseGraph.ts'
import type { FieldFlow } from './FieldFlow.ts'
import { findWritten } from './findWritten.ts'
import type { ReadStep } from './readSteps.ts'
import type { WriteFlow } from './WriteFlow.ts'

interface Remembered {
  readonly analysis: GraphAnalysis
  readonly stateType: StateType
  readonly writes: readonly (readonly string[])[]
  /** The same without what a step may leave as it was. */
  readonly sure: readonly (readonly string[])[]
  readonly any: readonly MayWrite[]
  readonly flow: FieldFlow
}

type Writes = Pick<Remembered, 'writes' | 'sure' | 'any'>

/** Whether a step may write more than it is known to: any field, one of these, or none. */
type MayWrite = boolean | readonly string[]

/** The last flow per analysis: editing a prompt changes neither edges nor fields. */
const last = new WeakMap<GraphAnalysis, Remembered>()

/** Follows the fields through the graph, or gives the last answer again when nothing it depends on has changed. */
export function followFields(analysis: GraphAnalysis, steps: readonly ReadStep[], stateType: StateType): FieldFlow {
  const writes = steps.map(({ resolved }) => resolved?.writes ?? [])
  const sure = steps.map(({ resolved }) => resolved?.surelyWrites ?? [])
  const any = steps.map(({ resolved }) => mayWrite(resolved))
  const before = last.get(analysis)
  if (before !== undefined && isSame(before, { analysis, stateType, writes, sure, any })) return before.flow
  const flow = follow(analysis, stateType, { writes, sure, any })
  last.set(analysis, { analysis, stateType, writes, sure, any, flow })
  return flow
}

function mayWrite(resolved: ResolvedStep | undefined): MayWrite {
  if (resolved === undefined) return true
  return resolved.writesAny && (resolved.mayWrite ?? true)
}

function isSame(before: Remembered, now: Omit<Remembered, 'flow'>): boolean {
  const { stateType, any } = now
  if (before.stateType !== stateType || before.any.length !== any.length) return false
  if (!any.every((may, step) => mayWriteSame(before.any[step], may, stateType))) return false
  return (['writes', 'sure'] as const).every((what) =>
    now[what].every((list, step) => sameItems(before[what][step], list)),
  )
}

/** Code that is being typed names other words with every key, and rarely another field. */
function mayWriteSame(before: MayWrite | undefined, now: MayWrite, stateType: StateType): boolean {
  if (before === now) return true
  if (before === undefined || typeof before === 'boolean' || typeof now === 'boolean') return false
  return sameItems(declaredAmong(before, stateType), declaredAmong(now, stateType))
}

function declaredAmong(names: readonly string[], { fields }: StateType): readonly string[] {
  return names.filter((name) => Object.hasOwn(fields, name))
}

function follow(analysis: GraphAnalysis, stateType: StateType, { writes, sure, any }: Writes): FieldFlow {
  const writers = new Map<string, number[]>()
  for (const [step, fields] of writes.entries()) {
    for (const field of fields.length < 2 ? fields : new Set(fields)) {
      const list = writers.get(field)
      if (list === undefined) writers.set(field, [step])
      else list.push(step)
    }
  }
  const given = new Set(Object.keys(stateType.fields).filter((name) => startsWithValue(stateType.fields[name])))
  const nulls = new Set([...given].filter((name) => startsAsNull(stateType.fields[name])))
  const declared = any.flatMap((may) => (typeof may === 'boolean' ? [] : declaredAmong(may, stateType)))
  const followed = [...new Set([...writers.keys(), ...declared])].filter((name) => !given.has(name) || nulls.has(name))
  const numbers = new Map(followed.map((name, index) => [name, index]))
  const toNumbers = (fields: readonly string[]) => fields.flatMap((name) => numbers.get(name) ?? [])
  const known = sure.map(toNumbers)
  const supposed = known.map((fields, step) => suppose(fields, any[step], toNumbers))
  // The last column stands for every field that only a step which may write any could write.
  const find = (own: WriteFlow['writes']) => findWritten({ ...analysis, fields: numbers.size + 1, writes: own })
  const before = once(() => find(supposed))
  const knownBefore = once(() => find(known))
  const columnOf = (field: string) => numbers.get(field) ?? numbers.size
  return {
    writersOf: (field) => writers.get(field) ?? [],
    mayBeWritten: (field) => any.some((may) => (typeof may === 'boolean' ? may : may.includes(field))),
    isGiven: (field) => given.has(field),
    startsAsNull: (field) => nulls.has(field),
    isWrittenBefore: (step, field) => before()(step, columnOf(field)),
    isKnownBefore: (step, field) => knownBefore()(step, columnOf(field)),
  }
}

/** A step that may write a field counts as doing so. Of one whose candidates are known, all other fields are certain. */
function suppose(
  known: readonly number[],
  may: MayWrite | undefined,
  toNumbers: (fields: readonly string[]) => readonly number[],
): readonly number[] | 'all' {
  if (may === true) return 'all'
  return may === false || may === undefined ? known : [...known, ...toNumbers(may)]
}

/** Works it out when it is first asked for: most agents have nothing to look up. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function startsWithValue(field: StateField | undefined): boolean {
  if (field === undefined) return false
  return field.input === true || field.default !== undefined || effectiveReducer(field) !== 'replace'
}

function startsAsNull(field: StateField | undefined): boolean {
  return field?.default === null && field.input !== true
}
