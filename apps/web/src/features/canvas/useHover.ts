import { useMemo, useRef, useState } from 'react'

/** Whether the pointer is over any of the parts that got the handlers; it may cross a small gap between them. */
export function useHover(graceMs = 120) {
  const [hovered, setHovered] = useState(false)
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined)
  const handlers = useMemo(
    () => ({
      onPointerEnter: () => {
        clearTimeout(leaving.current)
        setHovered(true)
      },
      onPointerLeave: () => {
        clearTimeout(leaving.current)
        leaving.current = setTimeout(() => setHovered(false), graceMs)
      },
    }),
    [graceMs],
  )
  return [hovered, handlers] as const
}
