import { useState } from 'react'
import type { SheetHeight } from './sheetHeights.ts'

/**
 * How high the run panel stands. From its one line it comes up for a call that is new: whoever is asked for something
 * must see what. A call that was there before, or goes away, leaves it as the person made it.
 */
export function useSheetHeight(
  calls: readonly string[],
): readonly [height: SheetHeight, setHeight: (height: SheetHeight) => void] {
  const [height, setHeight] = useState<SheetHeight>('part')
  const [seen, setSeen] = useState(calls)
  const isNew = calls.some((call) => !seen.includes(call))
  // While drawing, so that what is asked can have the focus as soon as it is there.
  if (isNew || calls.length !== seen.length) {
    setSeen(calls)
    if (isNew && height === 'line') setHeight('part')
  }
  return [height, setHeight]
}
