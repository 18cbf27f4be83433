import type { RunEvent } from '../events/RunEvent.ts'

/** What tells one run from the next: times, ids, and the order in which things side by side come to be told. */
const passing = new Set(['at', 'seq', 'runId', 'threadId', 'executionId', 'id', 'durationMs', 'waitMs', 'path'])

/**
 * The events of a run as they can be compared with those of another. Executions are called by what they are, not by
 * their ids; what runs side by side, between two states of the agent, is put in the order of these names.
 */
export function comparableEvents(events: readonly RunEvent[]): readonly unknown[] {
  const names = new Map<string, string>()
  const rounds: { readonly name: string; readonly event: RunEvent }[][] = [[]]
  for (const event of events) {
    const name = nameOf(event, names)
    if ('executionId' in event) names.set(event.executionId, name)
    const entry = { name, event }
    if (name === '') rounds.push([entry], [])
    else rounds.at(-1)?.push(entry)
  }
  const byName = (a: { readonly name: string }, b: { readonly name: string }) =>
    a.name < b.name ? -1 : +(a.name > b.name)
  return rounds
    .flatMap((round) => round.toSorted(byName))
    .map(({ name, event }) => ({ of: name, ...withoutPassing(event) }))
}

/** What an event is about: nothing for the run itself. */
function nameOf(event: RunEvent, names: ReadonlyMap<string, string>): string {
  const path = 'path' in event ? (event.path ?? []) : []
  const within = path.length === 0 ? '' : `${names.get(path.at(-1) ?? '') ?? '?'}/${keyOf(event)}/`
  if (!('stepId' in event)) return within
  return `${within}${event.stepId}${'iteration' in event ? `#${event.iteration}` : ''}`
}

function keyOf(event: RunEvent): string {
  return 'key' in event ? (event.key ?? '') : ''
}

function withoutPassing(event: RunEvent): object {
  return JSON.parse(JSON.stringify(event, (key, value: unknown) => (passing.has(key) ? undefined : value)))
}
