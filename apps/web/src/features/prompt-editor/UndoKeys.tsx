import type { KeyboardEvent, ReactNode } from 'react'
import { useActions } from '../../editor/EditorContext.tsx'

interface UndoKeysProps {
  readonly children: ReactNode
}

/** Undo and redo of the document inside a dialog, where the app's own shortcuts rest. */
export function UndoKeys({ children }: UndoKeysProps) {
  const actions = useActions()
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.metaKey || event.ctrlKey) || event.altKey) return
    const key = event.key.toLowerCase()
    const isRedo = key === 'y' || (key === 'z' && event.shiftKey)
    if (key !== 'z' && !isRedo) return
    event.preventDefault()
    event.stopPropagation()
    if (isRedo) actions.redo()
    else actions.undo()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to keys of the editor inside
    <div className="contents" onKeyDown={onKeyDown}>
      {children}
    </div>
  )
}
