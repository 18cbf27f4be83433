import { useEffect, useState } from 'react'

/** Milliseconds since a moment (milliseconds since 1970), ticking; undefined while there is none. */
export function useElapsed(since: number | undefined): number | undefined {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (since === undefined) return undefined
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 100)
    return () => clearInterval(timer)
  }, [since])
  return since === undefined ? undefined : Math.max(0, now - since)
}
