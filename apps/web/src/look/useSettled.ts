import { useEffect, useState } from 'react'
import { useEditor } from '../editor/EditorContext.tsx'
import { afterPaint } from './afterPaint.ts'

/** True once the canvas with the open agent has been painted: the time for everything that may come after it. */
export function useSettled(): boolean {
  const isOpen = useEditor((state) => state.session.agentId !== undefined)
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    if (!isOpen) return undefined
    return afterPaint(() => setSettled(true))
  }, [isOpen])
  return settled
}
