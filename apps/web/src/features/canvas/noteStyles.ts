import type { NoteColour } from '../../editor/notes.ts'

/** The look of each colour of notes and groups, in both themes. */
export const noteStyles: Readonly<Record<NoteColour, string>> = {
  yellow: 'border-warn-line bg-warn-soft',
  green: 'border-ok-line bg-ok-soft',
  blue: 'border-info-line bg-info-soft',
  pink: 'border-accent-line bg-accent-soft',
  grey: 'border-line-strong bg-other-soft',
}
