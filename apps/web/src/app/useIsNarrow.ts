import { useSyncExternalStore } from 'react'

const query = '(max-width: 900px)'

/** True in a window too narrow for panels side by side. */
export function isNarrow(): boolean {
  return matchMedia(query).matches
}

/** The same, followed. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(follow, isNarrow)
}

function follow(onChange: () => void): () => void {
  const list = matchMedia(query)
  list.addEventListener('change', onChange)
  return () => list.removeEventListener('change', onChange)
}
