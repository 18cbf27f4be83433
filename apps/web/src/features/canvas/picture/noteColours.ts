import type { NoteColour } from '../../../editor/notes.ts'

/** The line around notes and groups of each colour, and what fills them. */
export const noteColours: Readonly<Record<NoteColour, readonly [line: string, fill: string]>> = {
  yellow: ['warn-line', 'warn-soft'],
  green: ['ok-line', 'ok-soft'],
  blue: ['info-line', 'info-soft'],
  pink: ['accent-line', 'accent-soft'],
  grey: ['line-strong', 'other-soft'],
}
