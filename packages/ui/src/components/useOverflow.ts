import { type RefObject, useEffect, useState } from 'react'

/** On which sides a row has more than is in sight. */
export interface Overflow {
  readonly before: boolean
  readonly after: boolean
}

const fits: Overflow = { before: false, after: false }

/** Follows a row that scrolls sideways. */
export function useOverflow(row: RefObject<HTMLElement | null>): Overflow {
  const [overflow, setOverflow] = useState(fits)
  useEffect(() => {
    const element = row.current
    if (element === null) return undefined
    const look = () => {
      const { scrollLeft, scrollWidth, clientWidth } = element
      const before = scrollLeft > 1
      const after = scrollWidth - clientWidth - scrollLeft > 1
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
  }, [row])
  return overflow
}
