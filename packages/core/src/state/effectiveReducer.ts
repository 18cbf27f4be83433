import type { Reducer, StateField } from './StateType.ts'

/** How a field really takes new values: its `reducer`, else `append` for `messages` and `replace` for all others. */
export function effectiveReducer(field: Pick<StateField, 'type' | 'reducer'>): Reducer {
  return field.reducer ?? (field.type === 'messages' ? 'append' : 'replace')
}
