import { Button, Dialog, TextArea } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useId } from 'react'
import { arranging } from '../../editor/arranging.ts'
import { useEditor, useEditorInstance, useReadOnly } from '../../editor/EditorContext.tsx'
import { listNotes } from '../../editor/notes.ts'
import { selectAgent } from '../../editor/selectors.ts'

interface NoteDialogProps {
  readonly noteId: string
  onClose(): void
}

/** Writes in a note: Markdown, with one undo entry for each time it is opened. */
export function NoteDialog({ noteId, onClose }: NoteDialogProps) {
  const gesture = useId()
  const editor = useEditorInstance()
  const isReadOnly = useReadOnly() !== undefined
  const note = useEditor((state) => listNotes(selectAgent(state)).find(({ id }) => id === noteId))
  if (note === undefined) return null
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('Note')}
      size="sm"
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('Done')}
        </Button>
      }
    >
      <TextArea
        aria-label={t('Text of the note')}
        placeholder={t('Markdown: **bold**, - a list, [a link](https://…)')}
        value={note.text}
        disabled={isReadOnly}
        className="min-h-40"
        onChange={(event) => arranging(editor).writeNote(noteId, event.target.value, `note:${noteId}:${gesture}`)}
      />
    </Dialog>
  )
}
