import { type RunEvent, redact } from '@petal/core/model'
import { redactValue } from './redactValue.ts'

type DeltaEvent = Extract<RunEvent, { readonly type: 'step-delta' }>

/** Takes secrets out of one run's events. Gives none, one or two events for each. */
export type EventRedactor = (event: RunEvent) => readonly RunEvent[]

/**
 * A redactor for these secrets. A secret may arrive in pieces, one per token: text at the end of a delta that may be
 * the beginning of a secret waits for the next one. `seq` is counted anew, so that it stays without gaps.
 */
export function createEventRedactor(secrets: readonly string[]): EventRedactor {
  const known = secrets.filter((secret) => secret !== '')
  if (known.length === 0) return (event) => [event]
  const held = new Map<string, DeltaEvent>()
  let added = 0

  const number = (event: RunEvent, extra = 0): RunEvent => ({ ...event, seq: event.seq + added + extra })
  const hold = (event: DeltaEvent): RunEvent => {
    const text = (held.get(event.executionId)?.text ?? '') + event.text
    const cut = text.length - longestBeginning(text, known)
    held.set(event.executionId, { ...event, text: text.slice(cut) })
    return number({ ...event, text: redact(text.slice(0, cut), known) })
  }

  return (event) => {
    if (event.type === 'step-delta') return [hold(event)]
    const clean = redactValue(event, known)
    const waiting = 'executionId' in event ? held.get(event.executionId) : undefined
    if (waiting === undefined || waiting.text === '') return [number(clean)]
    held.delete(waiting.executionId)
    const late = number({ ...waiting, seq: event.seq, text: redact(waiting.text, known) })
    added += 1
    return [late, number(clean)]
  }
}

/** Length of the longest end of the text with which a secret begins. */
function longestBeginning(text: string, secrets: readonly string[]): number {
  const longest = Math.max(...secrets.map((secret) => secret.length)) - 1
  for (let length = Math.min(longest, text.length); length > 0; length -= 1) {
    const end = text.slice(-length)
    if (secrets.some((secret) => secret.startsWith(end))) return length
  }
  return 0
}
