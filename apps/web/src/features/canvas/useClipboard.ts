import type { Position } from '@petal/core/model'
import { useReactFlow } from '@xyflow/react'
import { type RefObject, useEffect, useRef } from 'react'
import { useActions } from '../../editor/EditorContext.tsx'
import { isTyping } from '../../editor/isTyping.ts'

/** Copy, cut and paste through the browser's own events, which need no permission. Pasted steps land at the pointer. */
export function useClipboard(canvas: RefObject<HTMLElement | null>): void {
  const actions = useActions()
  const { screenToFlowPosition } = useReactFlow()
  const pointer = useRef<{ x: number; y: number }>(undefined)
  useEffect(() => {
    const element = canvas.current
    const follow = (event: PointerEvent) => {
      pointer.current = { x: event.clientX, y: event.clientY }
    }
    const leave = () => {
      pointer.current = undefined
    }
    const copy = (event: ClipboardEvent) => {
      if (isElsewhere(event)) return
      const text = event.type === 'cut' ? actions.cut() : actions.copy()
      if (text === undefined) return
      event.clipboardData?.setData('text/plain', text)
      event.preventDefault()
    }
    const paste = (event: ClipboardEvent) => {
      if (isElsewhere(event)) return
      const at = pointer.current && screenToFlowPosition(pointer.current)
      const place: Position | undefined = at && [at.x, at.y]
      if (actions.paste(event.clipboardData?.getData('text/plain') ?? '', place)) event.preventDefault()
    }
    element?.addEventListener('pointermove', follow)
    element?.addEventListener('pointerleave', leave)
    document.addEventListener('copy', copy)
    document.addEventListener('cut', copy)
    // Before those who take a whole agent from the clipboard.
    document.addEventListener('paste', paste, true)
    return () => {
      element?.removeEventListener('pointermove', follow)
      element?.removeEventListener('pointerleave', leave)
      document.removeEventListener('copy', copy)
      document.removeEventListener('cut', copy)
      document.removeEventListener('paste', paste, true)
    }
  }, [canvas, actions, screenToFlowPosition])
}

/** In a field, over selected text or in a dialog, the clipboard is not the canvas'. */
function isElsewhere(event: ClipboardEvent): boolean {
  return isTyping(event.target) || (event.type !== 'paste' && document.getSelection()?.isCollapsed === false)
}
