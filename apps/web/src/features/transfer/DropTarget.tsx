import { t } from '@petal/ui/language'
import { FileInput } from 'lucide-react'
import { useEffect, useState } from 'react'

/** The whole window takes a file; while one is over it, a veil says what dropping does. */
export function DropTarget({ onFile }: { onFile(file: File): void }) {
  const [over, setOver] = useState(false)
  useEffect(() => {
    // Enter and leave come for every element on the way: only the balance tells whether the file is over the window.
    let depth = 0
    const onEnter = (event: DragEvent) => {
      if (!carriesFile(event)) return
      depth += 1
      setOver(true)
    }
    const onLeave = (event: DragEvent) => {
      if (!carriesFile(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const onOver = (event: DragEvent) => {
      if (carriesFile(event)) event.preventDefault()
    }
    const onDrop = (event: DragEvent) => {
      if (!carriesFile(event)) return
      event.preventDefault()
      depth = 0
      setOver(false)
      const [file] = event.dataTransfer?.files ?? []
      if (file !== undefined) onFile(file)
    }
    const listening = new AbortController()
    const { signal } = listening
    window.addEventListener('dragenter', onEnter, { signal })
    window.addEventListener('dragleave', onLeave, { signal })
    window.addEventListener('dragover', onOver, { signal })
    window.addEventListener('drop', onDrop, { signal })
    return () => listening.abort()
  }, [onFile])
  if (!over) return null
  return (
    <div className="pointer-events-none fixed inset-3 z-50 flex items-center justify-center rounded-2xl border-2 border-accent border-dashed bg-accent-soft/90">
      <p className="flex items-center gap-2 font-semibold text-accent text-xl">
        <FileInput aria-hidden className="size-6" />
        {t('Drop the file to look at it')}
      </p>
    </div>
  )
}

function carriesFile(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}
