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
  readonly any: readonly boolean[]
  readonly flow: FieldFlow
}

/** The last flow per analysis: editing a prompt changes neither edges nor fields. */
const last = new WeakMap<GraphAnalysis, Remembered>()

/** Follows the fields through the graph, or gives the last answer again when nothing it depends on has changed. */
export function followFields(analysis: GraphAnalysis, steps: readonly ReadStep[], stateType: StateType): FieldFlow {
  const writes = steps.map(({ resolved }) => resolved?.writes ?? [])
  const any = steps.map(({ resolved }) => resolved?.writesAny ?? true)
  const before = last.get(analysis)
  if (before !== undefined && isSame(before, { analysis, stateType, writes, any })) return before.flow
  const flow = follow(analysis, stateType, writes, any)
  last.set(analysis, { analysis, stateType, writes, any, flow })
  return flow
}

function isSame(before: Remembered, now: Omit<Remembered, 'flow'>): boolean {
  if (before.stateType !== now.stateType || !sameItems(before.any, now.any)) return false
  return (
    before.writes.length === now.writes.length && now.writes.every((list, step) => sameItems(before.writes[step], list))
  )
}

function follow(
  analysis: GraphAnalysis,
  stateType: StateType,
  writes: readonly (readonly string[])[],
  any: readonly boolean[],
): FieldFlow {
  const writers = new Map<string, number[]>()
  for (const [step, fields] of writes.entries()) {
    for (const field of fields.length < 2 ? fields : new Set(fields)) {
      const list = writers.get(field)
      if (list === undefined) writers.set(field, [step])
      else list.push(step)
    }
  }
  const given = new Set(Object.keys(stateType.fields).filter((name) => startsWithValue(stateType.fields[name])))
  const numbers = new Map([...writers.keys()].filter((name) => !given.has(name)).map((name, index) => [name, index]))
  const known = writes.map((fields) => fields.flatMap((name) => numbers.get(name) ?? []))
  const supposed = known.map((fields, step) => (any[step] === true ? ('all' as const) : fields))
  // The last column stands for every field that only a step which may write any could write.
  const find = (own: WriteFlow['writes']) => findWritten({ ...analysis, fields: numbers.size + 1, writes: own })
  const before = once(() => find(supposed))
  const knownBefore = once(() => find(known))
  const columnOf = (field: string) => numbers.get(field) ?? numbers.size
  return {
    writersOf: (field) => writers.get(field) ?? [],
    anyWriter: any.includes(true),
    isGiven: (field) => given.has(field),
    isWrittenBefore: (step, field) => before()(step, columnOf(field)),
    isKnownBefore: (step, field) => knownBefore()(step, columnOf(field)),
  }
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
