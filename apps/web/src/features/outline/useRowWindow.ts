import { type RefObject, useCallback, useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { OutlineRow } from './OutlineRow.ts'
import { heightOf, placeRows, type RowHeights, type RowPlaces, rowsInSight, scrollToRow } from './rowPlaces.ts'

/** What is drawn of many rows. */
export interface RowWindow {
  readonly places: RowPlaces
  readonly heights: RowHeights
  /** The indexes of the first row to draw and of the one after the last. */
  readonly drawn: readonly [number, number]
  /** Brings a row into sight. */
  reveal(index: number): void
}

const withPointer: RowHeights = { step: 52, other: 34 }
const withFingers: RowHeights = { step: 60, other: 46 }
const coarse = '(pointer: coarse)'

/** Follows what is in sight of a list that scrolls in `place`. */
export function useRowWindow(place: RefObject<HTMLElement | null>, rows: readonly OutlineRow[]): RowWindow {
  const heights = useSyncExternalStore(follow, () => matchMedia(coarse).matches) ? withFingers : withPointer
  const places = useMemo(() => placeRows(rows, heights), [rows, heights])
  const [seen, setSeen] = useState({ top: 0, height: 0 })
  useLayoutEffect(() => {
    const list = place.current
    if (!list) return undefined
    const measure = () => setSeen(seenOf(list))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(list)
    list.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      list.removeEventListener('scroll', measure)
    }
  }, [place])
  const reveal = useCallback(
    (index: number) => {
      const [list, row] = [place.current, rows[index]]
      if (!list || !row) return
      const top = places.tops[index] ?? 0
      list.scrollTop = scrollToRow({ top, height: heightOf(row, heights) }, seenOf(list))
    },
    [place, rows, places, heights],
  )
  return { places, heights, drawn: rowsInSight(places, seen), reveal }
}

function seenOf({ scrollTop, clientHeight }: HTMLElement) {
  return { top: scrollTop, height: clientHeight }
}

function follow(onChange: () => void): () => void {
  const list = matchMedia(coarse)
  list.addEventListener('change', onChange)
  return () => list.removeEventListener('change', onChange)
}
