import type { Json } from '../json/Json.ts'
import { effectiveReducer } from './effectiveReducer.ts'
import type { StateField } from './StateType.ts'

/**
 * The value of a field before anything was written, as a fresh copy: its `default`, else what its reducer starts from
 * (an empty list, an empty object, 0). `undefined` when it has none: the field is then absent from the state.
 */
export function createDefaultValue(field: StateField): Json | undefined {
  if (field.default !== undefined) return structuredClone(field.default)
  switch (effectiveReducer(field)) {
    case 'append':
      return []
    case 'merge':
      return {}
    case 'add':
      return 0
    case 'replace':
      return undefined
  }
}
