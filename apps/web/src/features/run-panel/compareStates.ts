import { type Json, type State, sameJson } from '@petal/core/model'

/** What became of one field of the state. `grown`: items were added at the end of a list. */
export interface FieldChange {
  readonly name: string
  readonly kind: 'same' | 'added' | 'changed' | 'grown' | 'removed'
  readonly before: Json | undefined
  readonly after: Json | undefined
}

/** Field by field, what differs between two states: changed fields first, then the others, each in the state's order. */
export function compareStates(before: State, after: State): readonly FieldChange[] {
  const names = [...new Set([...Object.keys(after), ...Object.keys(before)])]
  const changes = names.map((name) => compareField(name, before[name], after[name]))
  return [...changes.filter(({ kind }) => kind !== 'same'), ...changes.filter(({ kind }) => kind === 'same')]
}

function compareField(name: string, before: Json | undefined, after: Json | undefined): FieldChange {
  const kind = changeKind(before, after)
  return { name, kind, before, after }
}

function changeKind(before: Json | undefined, after: Json | undefined): FieldChange['kind'] {
  if (before === after) return 'same'
  if (before === undefined) return 'added'
  if (after === undefined) return 'removed'
  if (sameJson(before, after)) return 'same'
  return isGrown(before, after) ? 'grown' : 'changed'
}

function isGrown(before: Json, after: Json): boolean {
  if (!Array.isArray(before) || !Array.isArray(after) || after.length <= before.length) return false
  return before.every((item, index) => sameJson(item, after[index]))
}
