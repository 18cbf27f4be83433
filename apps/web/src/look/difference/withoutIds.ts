import type { Json } from '@petal/core/model'

/** Ids that are made anew in every run: those of messages and of calls of tools. */
const made: ReadonlySet<string> = new Set(['id', 'toolCallId'])

/** A value without the ids that each run makes for itself, so that two runs can be compared. Data of its own keeps its ids. */
export function withoutIds(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutIds)
  if (typeof value !== 'object' || value === null) return value
  const isMade = 'role' in value || ('name' in value && 'args' in value)
  const entries = Object.entries(value).filter(([key]) => !isMade || !made.has(key))
  return Object.fromEntries(entries.map(([key, item]) => [key, withoutIds(item ?? null)]))
}
