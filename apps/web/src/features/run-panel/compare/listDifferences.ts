import { type Json, type State, sameJson } from '@petal/core/model'
import { withoutIds } from '../../../look/difference/withoutIds.ts'

/** One field that has another value in the other run. */
export interface FieldDifference {
  readonly name: string
  readonly before: Json | undefined
  readonly after: Json | undefined
}

/** The fields of two states that differ, whatever ids each run made for itself. */
export function listDifferences(before: State, after: State): readonly FieldDifference[] {
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
