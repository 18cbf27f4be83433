import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { useEditor } from '../../editor/EditorContext.tsx'
import type { OutlineRow } from './OutlineRow.ts'
import { rowOfChange } from './rowOfChange.ts'

/**
 * Which row is active. While the focus is within the list, an undo or a redo makes the row of what it changed the active
 * one, before it is drawn: else the focus would come by another row on its way.
 */
export function useFollowedHistory(
  rows: readonly OutlineRow[],
  isWithin: RefObject<boolean>,
): readonly [string | undefined, (id: string | undefined) => void] {
  const [activeId, setActiveId] = useState<string>()
  const steppedFrom = useEditor(({ session }) => session.steppedFrom)
  const [known, setKnown] = useState(steppedFrom)
  const before = useRef(rows)
  if (known !== steppedFrom) {
    setKnown(steppedFrom)
    const id = isWithin.current ? rowOfChange(before.current, rows, activeId) : undefined
    if (id !== undefined) setActiveId(id)
  }
  useLayoutEffect(() => {
    before.current = rows
  })
  return [activeId, setActiveId]
}
