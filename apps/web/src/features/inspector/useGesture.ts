import { useState } from 'react'
import { createGestures } from '../../editor/createGestures.ts'

/** Names bursts of typing, so that undo takes each back as a whole. */
export function useGesture(): (place: string) => string {
  const [gesture] = useState(() => createGestures(() => performance.now()))
  return gesture
}
