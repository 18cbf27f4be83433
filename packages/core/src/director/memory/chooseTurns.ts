import type { Ranked } from '../../ranking/rankByWords.ts'
import { cutNewest } from './cutNewest.ts'
import { type Unit, weigh } from './History.ts'

/** What a person said, with all that came of it. */
export type Turn = readonly Unit[]

/** A long conversation before it is known which of its older turns matter. */
export interface SplitTurns {
  /** Older turns, oldest first: some of them may be sent along. */
  readonly older: readonly Turn[]
  /** The newest units: they are sent in any case. */
  readonly newest: readonly Unit[]
}

/** Parts a conversation: the newest turns within half of the tokens, at least the last one, and those before. */
export function splitTurns(units: readonly Unit[], most: number): SplitTurns {
  const turns = toTurns(units)
  let start = Math.max(0, turns.length - 1)
  // A last turn that is too long by itself keeps its question and its end.
  const last = cutNewest(turns[start] ?? [], most).units
  let tokens = weigh(last)
  while (start > 0) {
    tokens += weigh(turns[start - 1] ?? [])
    if (tokens > most / 2) break
    start -= 1
  }
  return { older: turns.slice(0, start), newest: [...turns.slice(start, -1).flat(), ...last] }
}

/** The units to send: the best of the older turns as far as they fit, whole and in the order they were said. */
export function chooseTurns({ older, newest }: SplitTurns, ranked: readonly Ranked[], most: number): readonly Unit[] {
  let room = most - weigh(newest)
  const chosen = new Set<number>()
  for (const { index } of ranked) {
    const tokens = weigh(older[index] ?? [])
    if (tokens > room) continue
    room -= tokens
    chosen.add(index)
  }
  return [...older.filter((_, index) => chosen.has(index)).flat(), ...newest]
}

/** What there is to search in a turn. */
export function textOfTurn(turn: Turn): string {
  return turn.flatMap(({ messages }) => messages.map(({ content }) => content)).join('\n')
}

function toTurns(units: readonly Unit[]): Turn[] {
  const turns: Unit[][] = []
  for (const unit of units) {
    const last = turns.at(-1)
    if (unit.asks || last === undefined) turns.push([unit])
    else last.push(unit)
  }
  return turns
}
