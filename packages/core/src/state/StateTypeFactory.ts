import { assertStateType } from './assertStateType.ts'
import type { StateField, StateType } from './StateType.ts'

const suffix = 'WithMessagesAddedByPetal'
const messages: StateField = { type: 'messages', reducer: 'append' }

/** Types made by `createWithMessages`, by name and fields. Only speeds things up: a miss builds an equal type. */
const cache = new Map<string, StateType>()
/** Beyond this many the cache starts anew: an editor makes a type for every name that is typed. */
const MOST_CACHED = 500

/** Makes state types from state types (petal's `StateTypeFactory`). All methods are static. */
// biome-ignore lint/complexity/noStaticOnlyClass: the public name and its static methods are petal's.
export class StateTypeFactory {
  /**
   * The same type when it already has a `messages` field, whatever its reducer; otherwise one called
   * `<Name>WithMessagesAddedByPetal` with all fields kept and `messages` added. Equal input gives the identical object.
   *
   * @throws AgentError `state.type` for what is not a state type: `Invalid state type: null`,
   * `State type must be a state type or compatible type`, `State type must be a state type`.
   */
  static createWithMessages(stateType: StateType): StateType {
    assertStateType(stateType)
    if (Object.hasOwn(stateType.fields, 'messages')) return stateType
    const key = cacheKey(stateType)
    const cached = cache.get(key)
    if (cached !== undefined) return cached
    const created: StateType = {
      ...stateType,
      name: `${stateType.name}${suffix}`,
      fields: { ...stateType.fields, messages },
    }
    if (cache.size >= MOST_CACHED) cache.clear()
    cache.set(key, created)
    return created
  }

  /**
   * The type with `append` on every list field and `merge` on every object field that names no reducer of its own, so
   * that parallel branches may write them. The same type when there is nothing to add.
   *
   * @throws AgentError `state.type`, as `createWithMessages` does.
   */
  static createMergeable(stateType: StateType): StateType {
    assertStateType(stateType)
    const entries = Object.entries(stateType.fields)
    const merged = entries.map(([name, field]): [string, StateField] => [name, withReducer(field)])
    const changed = merged.some(([, field], index) => field !== entries[index]?.[1])
    return changed ? { ...stateType, fields: Object.fromEntries(merged) } : stateType
  }

  /** Forgets the types made so far. */
  static clearCache(): void {
    cache.clear()
  }
}

function withReducer(field: StateField): StateField {
  if (field.reducer !== undefined) return field
  if (field.type === 'array') return { ...field, reducer: 'append' }
  if (field.type === 'object') return { ...field, reducer: 'merge' }
  return field
}

function cacheKey({ name, fields, ...rest }: StateType): string {
  const sorted = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([name, sorted, rest])
}
