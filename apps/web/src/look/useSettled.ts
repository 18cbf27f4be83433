import { useEffect, useState } from 'react'
import { useEditor } from '../editor/EditorContext.tsx'

/** How long the canvas has the machine and the network to itself, in milliseconds. */
export const headStart = 150

/** True once the canvas with the open agent has been painted: the time for everything that may come after it. */
export function useSettled(): boolean {
  const isOpen = useEditor((state) => state.session.agentId !== undefined)
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    if (!isOpen) return undefined
    const timer = setTimeout(() => setSettled(true), headStart)
    return () => clearTimeout(timer)
  }, [isOpen])
  return settled
}
