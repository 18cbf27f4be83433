import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

/** Nearer to the end than this counts as being there, in pixels. */
const NEAR = 48

/**
 * Keeps a scrolling part at its end whenever `revision` changes, unless the person has scrolled away from there. Without
 * a revision it stays where it is.
 */
export function useStickToEnd(revision: string | undefined): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  useEffect(() => {
    const part = ref.current
    if (part === null) return undefined
    let before = part.scrollTop
    const onScroll = () => {
      const { scrollTop, scrollHeight, clientHeight } = part
      // What is new may have come since it went to the end: only who goes up leaves it.
      if (scrollHeight - scrollTop - clientHeight < NEAR) atEnd.current = true
      else if (scrollTop < before) atEnd.current = false
      before = scrollTop
    }
    part.addEventListener('scroll', onScroll, { passive: true })
    return () => part.removeEventListener('scroll', onScroll)
  }, [])
  useLayoutEffect(() => {
    const part = ref.current
    if (revision === undefined || part === null) return undefined
    // An observer hears first of what it observes once the frame is laid out. Asked before, it would be laid out twice.
    const layout = new ResizeObserver(() => {
      layout.disconnect()
      if (atEnd.current) part.scrollTop = part.scrollHeight
    })
    layout.observe(part)
    return () => layout.disconnect()
  }, [revision])
  return ref
}
