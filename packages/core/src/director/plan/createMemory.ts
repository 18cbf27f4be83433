import { sameItems } from './analyseGraph.ts'

/** Gives what was made before for an object, or makes it anew when anything it depends on has changed. */
export function createMemory<Key extends object, Value>() {
  const known = new WeakMap<Key, { readonly on: readonly unknown[]; readonly value: Value }>()
  return (key: Key, on: readonly unknown[], make: () => Value): Value => {
    const before = known.get(key)
    if (before !== undefined && sameItems(before.on, on)) return before.value
    const value = make()
    known.set(key, { on, value })
    return value
  }
}
