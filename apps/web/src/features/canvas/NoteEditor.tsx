import { t } from '@petal/ui/language'
import { type KeyboardEvent, useId } from 'react'
import { arranging } from '../../editor/arranging.ts'
import { useEditorInstance } from '../../editor/EditorContext.tsx'
import type { Note } from '../../editor/notes.ts'
import { useCanvasUiStore } from './CanvasUi.tsx'

/** Writes in a note: Markdown, with one undo entry for each time it is opened. Escape or a click elsewhere ends it. */
export function NoteEditor({ note }: { readonly note: Note }) {
  const gesture = useId()
  const ui = useCanvasUiStore()
  const { writeNote } = arranging(useEditorInstance())
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    event.currentTarget.closest<HTMLElement>('.react-flow__node')?.focus()
  }
  return (
    <textarea
      // biome-ignore lint/a11y/noAutofocus: it is opened to be written in
      autoFocus
      aria-label={t('Text of the note')}
      placeholder={t('Markdown: **bold**, - a list, [a link](https://…)')}
      className="nodrag nopan nowheel min-h-0 flex-1 resize-none bg-transparent p-3 text-ink outline-none placeholder:text-ink-faint"
      value={note.text}
      onChange={(event) => writeNote(note.id, event.target.value, `note:${note.id}:${gesture}`)}
      onKeyDown={onKeyDown}
      onBlur={() => ui.setState({ writtenNote: undefined })}
    />
  )
}
