import { DeltaSnapshot, isDeltaSnapshot } from '@langchain/langgraph-checkpoint'
import { isJsonObject } from '../json/isJsonObject.ts'

/** Keys by which the engine's serializer recognises its own records; in a state they are data like any other. */
const markers: ReadonlySet<string> = new Set(['lc', 'lg_name'])
const prefix = 'petal:escaped:'

/**
 * The value with the engine's marker keys renamed, so that a checkpointer stores data as data: an answer that looks
 * like a serialized object is otherwise turned into one, or makes the whole thread unreadable. Parts that hold no such
 * key keep their identity.
 */
export function escapeMarkers(value: unknown): unknown {
  return rewrite(value, (key) => (markers.has(key) || key.startsWith(prefix) ? prefix + key : key))
}

/** The value as it was before `escapeMarkers`. */
export function restoreMarkers(value: unknown): unknown {
  return rewrite(value, (key) => (key.startsWith(prefix) ? key.slice(prefix.length) : key))
}

function rewrite(value: unknown, rename: (key: string) => string): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value))
    return keepIfEqual(
      value,
      value.map((item: unknown) => rewrite(item, rename)),
    )
  // Data may look like a snapshot, too: only what is no plain object can be one.
  if (!isJsonObject(value)) return isDeltaSnapshot(value) ? new DeltaSnapshot(rewrite(value.value, rename)) : value
  const entries = Object.entries(value)
  const rewritten = entries.map(([key, item]) => [rename(key), rewrite(item, rename)] as const)
  const equal = rewritten.every(([key, item], index) => key === entries[index]?.[0] && item === entries[index]?.[1])
  return equal ? value : Object.fromEntries(rewritten)
}

function keepIfEqual(list: readonly unknown[], rewritten: readonly unknown[]): readonly unknown[] {
  return rewritten.every((item, index) => item === list[index]) ? list : rewritten
}
