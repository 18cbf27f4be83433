import { useState } from 'react'
import { createGestures, type NameGesture } from '../../editor/createGestures.ts'

/** Names bursts of typing, so that undo takes each back as a whole. */
export function useGesture(): NameGesture {
  const [gesture] = useState(() => createGestures(() => performance.now()))
  return gesture
}
