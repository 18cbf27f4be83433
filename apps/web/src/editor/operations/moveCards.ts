import type { Position } from '@petal/core/model'
import type { AgentDocument } from '../AgentDocument.ts'
import { changeNotes, listNotes, type Note } from '../notes.ts'
import { moveSteps } from './moveSteps.ts'

/** Where cards go: steps and notes, each by its id. */
export interface CardPlaces {
  readonly steps: Readonly<Record<string, Position>>
  readonly notes: Readonly<Record<string, Position>>
}

/** Puts steps and notes at new places, rounded to whole units. */
export function moveCards(document: AgentDocument, { steps, notes }: CardPlaces): AgentDocument {
  const moved = moveSteps(document, steps)
  const changes = listNotes(document.agent).flatMap(({ id, position: [x, y] }): [string, Partial<Note>][] => {
    const place = notes[id]
    return place && (Math.round(place[0]) !== x || Math.round(place[1]) !== y) ? [[id, { position: place }]] : []
  })
  const agent = changeNotes(moved.agent, new Map(changes))
  return agent === moved.agent ? moved : { ...moved, agent }
}

/** Moves what is selected by a distance. */
export function moveCardsBy(
  document: AgentDocument,
  { stepIds, noteIds }: { readonly stepIds: readonly string[]; readonly noteIds: readonly string[] },
  dx: number,
  dy: number,
): AgentDocument {
  const shift = ([x, y]: Position): Position => [x + dx, y + dy]
  const steps = stepIds.flatMap((id): [string, Position][] => {
    const place = document.layout[id]
    return place ? [[id, shift(place)]] : []
  })
  const notes = listNotes(document.agent).flatMap(({ id, position }): [string, Position][] =>
    noteIds.includes(id) ? [[id, shift(position)]] : [],
  )
  return moveCards(document, { steps: Object.fromEntries(steps), notes: Object.fromEntries(notes) })
}
