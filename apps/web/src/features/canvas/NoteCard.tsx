import { cn } from '@petal/ui'
import { t } from '@petal/ui/language'
import { type NodeProps, useReactFlow } from '@xyflow/react'
import { memo, type PointerEvent, Suspense, useState } from 'react'
import { arranging } from '../../editor/arranging.ts'
import { useEditorInstance, useReadOnly } from '../../editor/EditorContext.tsx'
import { leastNoteSize, type Note } from '../../editor/notes.ts'
import { lazyPart } from '../../look/lazyPart.ts'
import { useCanvasUi } from './CanvasUi.tsx'
import { NoteEditor } from './NoteEditor.tsx'
import { noteStyles } from './noteStyles.ts'
import type { NoteNode } from './toFlow.ts'

const Markdown = lazyPart(async () => (await import('../../look/markdown/Markdown.tsx')).Markdown)

/** A remark on the canvas. A double click writes in it, its corner changes its size. */
export const NoteCard = memo(function NoteCard({ data: { note }, selected }: NodeProps<NoteNode>) {
  const isWritten = useCanvasUi((state) => state.writtenNote === note.id)
  const isEditable = useReadOnly() === undefined
  const [size, setSize] = useState<Note['size']>()
  const [width, height] = size ?? note.size
  return (
    <div
      className={cn(
        'relative flex flex-col rounded-lg border text-ink shadow-sm',
        noteStyles[note.colour],
        selected && 'outline-2 outline-accent -outline-offset-1',
      )}
      style={{ width, height }}
    >
      {isWritten && isEditable ? <NoteEditor note={note} /> : <NoteText text={note.text} />}
      {selected && isEditable ? <SizeGrip note={note} onSize={setSize} /> : null}
    </div>
  )
})

function NoteText({ text }: { readonly text: string }) {
  if (text.trim() === '') return <p className="p-3 text-ink-faint">{t('Double-click to write')}</p>
  return (
    <div dir="auto" className="nowheel min-h-0 flex-1 overflow-auto break-words p-3 [unicode-bidi:isolate]">
      <Suspense fallback={<p className="whitespace-pre-wrap">{text}</p>}>
        <Markdown text={text} />
      </Suspense>
    </div>
  )
}

interface SizeGripProps {
  readonly note: Note
  /** Tells the size while it changes; undefined when it is settled. */
  onSize(size: Note['size'] | undefined): void
}

/** The corner by which a note is made larger or smaller: one undo entry when it is let go of. */
function SizeGrip({ note, onSize }: SizeGripProps) {
  const { resizeNote } = arranging(useEditorInstance())
  const { screenToFlowPosition } = useReactFlow()
  const sizeAt = ({ clientX, clientY }: PointerEvent): Note['size'] => {
    const { x, y } = screenToFlowPosition({ x: clientX, y: clientY })
    return [Math.max(leastNoteSize[0], x - note.position[0]), Math.max(leastNoteSize[1], y - note.position[1])]
  }
  const isHeld = (event: PointerEvent) => event.currentTarget.hasPointerCapture(event.pointerId)
  return (
    <div
      aria-hidden
      data-testid="note-size"
      className="nodrag nopan absolute -right-1.5 -bottom-1.5 size-4 cursor-nwse-resize rounded-full border-2 border-surface bg-accent"
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => (isHeld(event) ? onSize(sizeAt(event)) : undefined)}
      onPointerUp={(event) => {
        if (isHeld(event)) resizeNote(note.id, sizeAt(event))
        onSize(undefined)
      }}
      onPointerCancel={() => onSize(undefined)}
    />
  )
}
