import { useEffect, useRef, useState } from 'react'
import { type Burst, createBurst } from './createBurst.ts'

/** A burst for as long as the component lives. It ends early when the component or the page goes away. */
export function useBurst(onEnd: Parameters<typeof createBurst>[0]): Burst {
  const latest = useRef(onEnd)
  latest.current = onEnd
  const [burst] = useState(() => createBurst((changes, pace) => latest.current(changes, pace)))
  useEffect(() => {
    document.addEventListener('visibilitychange', burst.flush)
    return () => {
      document.removeEventListener('visibilitychange', burst.flush)
      burst.flush()
    }
  }, [burst])
  return burst
}
