import { Dialog } from '@petal/ui'
import { type ReactNode, useId } from 'react'
import { EditorFrame } from './EditorFrame.tsx'
import type { EditorProps } from './EditorProps.ts'
import { LazyEditor } from './LazyEditor.tsx'
import { PromptPreview } from './PromptPreview.tsx'
import { UndoKeys } from './UndoKeys.tsx'

interface LargeEditorProps {
  /** The same text as in the field behind it. */
  readonly editor: EditorProps
  /** Where the text stands in its step. */
  readonly path: string
  readonly preview: boolean
  readonly tools: ReactNode
  onClose(): void
}

/** The editor in a window of its own, for long texts. */
export function LargeEditor({ editor, path, preview, tools, onClose }: LargeEditorProps) {
  const id = useId()
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={editor.label}
      size="full"
      bodyClassName="flex flex-col gap-3 overflow-hidden"
    >
      <UndoKeys>
        <EditorFrame invalid={false} disabled={editor.disabled} className="min-h-0 flex-1" tools={tools}>
          <LazyEditor {...editor} size="large" autoFocus aria={{ id }} />
        </EditorFrame>
        {preview ? (
          <PromptPreview text={editor.value} path={path} variables={editor.variables} className="max-h-[40%]" />
        ) : null}
      </UndoKeys>
    </Dialog>
  )
}
