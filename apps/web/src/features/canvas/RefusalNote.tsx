import { CircleAlert } from 'lucide-react'
import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { useCanvasUi, useCanvasUiStore } from './CanvasUi.tsx'

const shownMs = 4000

/** Why a wire could not be drawn, for a few seconds where it was let go of. */
export function RefusalNote() {
  const ui = useCanvasUiStore()
  const refusal = useCanvasUi((state) => state.refusal)
  useEffect(() => {
    if (!refusal) return undefined
    const timer = setTimeout(() => ui.setState({ refusal: undefined }), shownMs)
    return () => clearTimeout(timer)
  }, [refusal, ui])
  if (!refusal) return null
  return createPortal(
    <div
      role="status"
      className="pointer-events-none fixed z-50 flex max-w-96 animate-pop-in items-center gap-1.5 rounded-md bg-danger-solid px-2.5 py-1.5 text-sm text-white shadow-lg"
      style={{
        left: Math.min(refusal.x + 12, window.innerWidth - 394),
        top: Math.min(refusal.y + 10, window.innerHeight - 60),
      }}
    >
      <CircleAlert aria-hidden className="size-3.5 shrink-0" />
      {refusal.reason}
    </div>,
    document.body,
  )
}
