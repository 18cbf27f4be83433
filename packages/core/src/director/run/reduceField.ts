import type { Json, JsonObject } from '../../json/Json.ts'
import type { Message } from '../../models/Message.ts'
import { effectiveReducer } from '../../state/effectiveReducer.ts'
import type { StateField } from '../../state/StateType.ts'

/**
 * A new value as it travels to its field: what reducers take is wrapped in a list, so that no value of a step can be
 * mistaken for one of the graph engine's own markers.
 */
export function wrapWrite(field: StateField, value: Json): Json {
  switch (effectiveReducer(field)) {
    case 'append':
      return Array.isArray(value) ? value : [value]
    case 'merge':
      return [value]
    case 'add':
    case 'replace':
      return value
  }
}

/** Appends lists of new items. Associative, so that a checkpointer may replay writes in larger batches. */
export function appendItems(current: readonly Json[], writes: readonly (readonly Json[])[]): Json[] {
  return [...current, ...writes.flat(1)]
}

/** Merges objects, the newest value of a key wins. Associative. */
export function mergeObjects(current: JsonObject, writes: readonly (readonly JsonObject[])[]): JsonObject {
  return Object.fromEntries([current, ...writes.flat(1)].flatMap((part) => Object.entries(part)))
}

/** Appends messages; one whose id is known takes the place of that one. Associative. */
export function appendMessages(current: readonly Message[], writes: readonly (readonly Message[])[]): Message[] {
  const messages = [...current]
  const places = new Map<string, number>()
  for (const [place, { id }] of current.entries()) if (id !== undefined) places.set(id, place)
  for (const message of writes.flat(1)) {
    const place = message.id === undefined ? undefined : places.get(message.id)
    if (place !== undefined) messages[place] = message
    else {
      if (message.id !== undefined) places.set(message.id, messages.length)
      messages.push(message)
    }
  }
  return messages
}
