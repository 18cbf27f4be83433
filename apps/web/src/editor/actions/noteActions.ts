import type { Position } from '@petal/core/model'
import { msg, t } from '@petal/ui/language'
import { cardBoxes } from '../cardBoxes.ts'
import { freePlace } from '../freePlace.ts'
import { addNote, changeNotes, freeNoteId, type Note, noteSize } from '../notes.ts'
import { selectAgent, selectDocument } from '../selectors.ts'
import type { EditorTools } from './EditorTools.ts'

/** What a person does with the notes on the canvas. */
export function noteActions({ store, history, session, facts }: EditorTools) {
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
      const { agent: shown, layout } = selectDocument(store.getState())
      const [width, height] = noteSize
      const around = { x: x - width / 2, y: y - height / 2, width, height }
      const position: Position = near ? freePlace(cardBoxes(shown.steps, layout, facts), around) : [around.x, around.y]
      const note: Note = { id, text: '', position, size: noteSize, colour: 'yellow' }
      if (!history.edit(msg('Add note'), (agent) => addNote(agent, note), 'record')) return undefined
      session.select({ noteIds: [id] })
      session.announce(t('Added a note'))
      return id
    },
    /** What is written in one go is one entry. */
    writeNote: (id: string, text: string, gesture: string): boolean => change(msg('Edit note'), id, { text }, gesture),
    paintNote: (id: string, colour: Note['colour']): boolean => change(msg('Colour note'), id, { colour }),
    resizeNote: (id: string, size: Note['size']): boolean => change(msg('Resize note'), id, { size }),
  }
}
