import { useEffect, useRef, useState } from 'react'
import { useActions, useEditor } from '../editor/EditorContext.tsx'
import type { Panels } from '../editor/EditorState.ts'

type Switches = Pick<Panels, 'paletteOpen' | 'sideOpen' | 'runOpen'>
const allClosed: Switches = { paletteOpen: false, sideOpen: false, runOpen: false }

/** Begins with all panels closed, closes the others when one is opened, and gives the wide window back what it had. */
export function useOnePanel(): Switches {
  const { paletteOpen, sideOpen, runOpen } = useEditor((state) => state.session.panels)
  const actions = useActions()
  const wide = useRef({ paletteOpen, sideOpen, runOpen })
  // The wide window's panels are not drawn even once: the canvas takes its first measure from the room it has.
  const [isReady, setReady] = useState(false)
  // Another agent is looked at first: what was done with the one before is nothing to it.
  const opened = useEditor((state) => state.session.opened)
  const lastOpened = useRef(opened)
  useEffect(() => {
    if (lastOpened.current > 0 && lastOpened.current !== opened) actions.setPanels(allClosed)
    lastOpened.current = opened
  }, [actions, opened])
  const before = useRef(allClosed)
  useEffect(() => {
    const { current } = wide
    actions.setPanels(allClosed)
    setReady(true)
    return () => actions.setPanels(current)
  }, [actions])
  useEffect(() => {
    const was = before.current
    const opened = { paletteOpen, sideOpen, runOpen }
    before.current = opened
    const isNew = (name: keyof Switches) => opened[name] && !was[name]
    const others = (name: keyof Switches) => opened[name] && was[name]
    const names = ['paletteOpen', 'sideOpen', 'runOpen'] as const
    if (!names.some(isNew)) return
    const stale = names.filter(others)
    if (stale.length > 0) actions.setPanels(Object.fromEntries(stale.map((name) => [name, false])))
  }, [actions, paletteOpen, sideOpen, runOpen])
  return isReady ? { paletteOpen, sideOpen, runOpen } : allClosed
}
