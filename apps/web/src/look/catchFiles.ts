import type { DragEvent } from 'react'

/** Takes the files that are dropped on a place: the window, which would take them for agents, is not told. */
export function catchFiles(setOver: (isOver: boolean) => void, onFiles: (files: readonly File[]) => void) {
  const over = (isOver: boolean) => (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    event.stopPropagation()
    setOver(isOver)
  }
  return {
    onDragEnter: over(true),
    onDragOver: over(true),
    onDragLeave: over(false),
    onDrop: (event: DragEvent) => {
      over(false)(event)
      const files = [...event.dataTransfer.files]
      if (files.length > 0) onFiles(files)
    },
  }
}
