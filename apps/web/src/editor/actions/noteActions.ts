import type { Position } from '@petal/core/model'
import { freePlace } from '../freePlace.ts'
import { addNote, changeNotes, freeNoteId, type Note, noteSize } from '../notes.ts'
import { selectAgent, selectDocument } from '../selectors.ts'
import type { EditorTools } from './EditorTools.ts'

/** What a person does with the notes on the canvas. */
export function noteActions({ store, history, session }: EditorTools) {
  const change = (label: string, id: string, patch: Partial<Note>, gesture?: string): boolean =>
    history.edit(
      label,
      (agent) => changeNotes(agent, new Map([[id, patch]])),
      gesture === undefined ? 'record' : { merge: gesture },
    )
  return {
    /**
     * Puts an empty note around a place, or near it where no card stands, and selects it. Gives its id, or none when
     * nothing may be changed.
     */
    addNote: ([x, y]: Position, { near = false } = {}): string | undefined => {
      const id = freeNoteId(selectAgent(store.getState()))
      const around: Position = [x - noteSize[0] / 2, y - noteSize[1] / 2]
      const position = near ? freePlace(selectDocument(store.getState()).layout, around) : around
      const note: Note = { id, text: '', position, size: noteSize, colour: 'yellow' }
      if (!history.edit('Add note', (agent) => addNote(agent, note), 'record')) return undefined
      session.select({ noteIds: [id] })
      session.announce('Added a note')
      return id
    },
    /** What is written in one go is one entry. */
    writeNote: (id: string, text: string, gesture: string): boolean => change('Edit note', id, { text }, gesture),
    paintNote: (id: string, colour: Note['colour']): boolean => change('Colour note', id, { colour }),
    resizeNote: (id: string, size: Note['size']): boolean => change('Resize note', id, { size }),
  }
}
