import { useContext, useEffect, useRef, useState } from 'react'
import { BurstContext } from './BurstContext.ts'
import { type Burst, createBurst } from './createBurst.ts'

/**
 * A burst for as long as the component lives. It ends early when the component or the page goes away, and with every
 * press of a pointer: what is pressed may act on what was typed, whether or not the field knows that it lost the focus.
 */
export function useBurst(onEnd: Parameters<typeof createBurst>[0]): Burst {
  const onPending = useContext(BurstContext)
  const latest = useRef({ onEnd, onPending })
  latest.current = { onEnd, onPending }
  const [burst] = useState(() =>
    createBurst(
      (changes, pace) => latest.current.onEnd(changes, pace),
      (isPending) => latest.current.onPending(isPending),
    ),
  )
  useEffect(() => {
    document.addEventListener('visibilitychange', burst.flush)
    document.addEventListener('pointerdown', burst.flush, { capture: true })
    // A page that goes away tells this first; with the event after it others save what there is.
    window.addEventListener('beforeunload', burst.flush)
    return () => {
      window.removeEventListener('beforeunload', burst.flush)
      document.removeEventListener('visibilitychange', burst.flush)
      document.removeEventListener('pointerdown', burst.flush, { capture: true })
      burst.flush()
    }
  }, [burst])
  return burst
}
