import { type RefObject, useEffect, useState } from 'react'

/** On which sides there is more than is in sight. */
export interface Overflow {
  readonly before: boolean
  readonly after: boolean
}

const fits: Overflow = { before: false, after: false }

/** Follows what scrolls: sideways, or up and down. */
export function useOverflow(row: RefObject<HTMLElement | null>, axis: 'x' | 'y' = 'x'): Overflow {
  const [overflow, setOverflow] = useState(fits)
  useEffect(() => {
    const element = row.current
    if (element === null) return undefined
    const look = () => {
      const at = axis === 'x' ? element.scrollLeft : element.scrollTop
      const rest =
        axis === 'x' ? element.scrollWidth - element.clientWidth : element.scrollHeight - element.clientHeight
      const before = at > 1
      const after = rest - at > 1
      setOverflow((known) => (known.before === before && known.after === after ? known : { before, after }))
    }
    const sizes = new ResizeObserver(look)
    sizes.observe(element)
    for (const child of element.children) sizes.observe(child)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [row, axis])
  return overflow
}
