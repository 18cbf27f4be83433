import type { Position } from '@petal/core/model'
import type { CardPlaces } from '../../editor/operations/moveCards.ts'

/** Where nodes are, by their ids on the canvas. */
export type NodePlaces = Readonly<Record<string, Position>>

const prefix = 'note:'

/** The id of a note's node: apart from those of steps, which may be called alike. */
export function noteNodeId(noteId: string): string {
  return prefix + noteId
}

/** The note that a node shows; undefined for every other node. */
export function noteIdOf(nodeId: string): string | undefined {
  return nodeId.startsWith(prefix) ? nodeId.slice(prefix.length) : undefined
}

/** Places of nodes as places of steps and notes. */
export function toCardPlaces(places: NodePlaces): CardPlaces {
  const steps: Record<string, Position> = {}
  const notes: Record<string, Position> = {}
  for (const [nodeId, place] of Object.entries(places)) {
    const noteId = noteIdOf(nodeId)
    if (noteId === undefined) steps[nodeId] = place
    else notes[noteId] = place
  }
  return { steps, notes }
}
