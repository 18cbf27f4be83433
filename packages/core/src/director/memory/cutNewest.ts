import { type Unit, weigh } from './History.ts'

/** The newest part of a history. */
export interface Newest {
  /** Units before this place are left out, but for the question. */
  readonly start: number
  /** The units to send. */
  readonly units: readonly Unit[]
}

/**
 * The newest units within so many tokens. The newest one always stays, and so does what the person asked last: an agent
 * in the middle of its tool calls must still know what they are for. The part begins with the person where it can,
 * because many providers refuse a conversation that begins with an answer.
 */
export function cutNewest(units: readonly Unit[], most: number): Newest {
  const question = units.findLastIndex(({ asks }) => asks)
  let start = Math.max(0, units.length - 1)
  let tokens = weigh(units.slice(start)) + (question >= 0 && question < start ? (units[question]?.tokens ?? 0) : 0)
  while (start > 0) {
    tokens += start - 1 === question ? 0 : (units[start - 1]?.tokens ?? 0)
    if (tokens > most) break
    start -= 1
  }
  if (question >= start) start += units.slice(start).findIndex(({ asks }) => asks)
  return { start, units: withQuestion(units, start) }
}

/** The units from a place on; the question they are about stands before them when it is older. */
export function withQuestion(units: readonly Unit[], start: number): readonly Unit[] {
  const question = units.findLastIndex(({ asks }) => asks)
  const rest = units.slice(start)
  const asked = units[question]
  return asked === undefined || question >= start ? rest : [asked, ...rest]
}
