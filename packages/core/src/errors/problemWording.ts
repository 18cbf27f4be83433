import type { Wording } from '../language/Wording.ts'
import type { Problem } from './Problem.ts'

/** What a problem says, for a fault that is made of it. */
export function problemWording({ message, english = message }: Problem): Wording {
  return { english, said: message }
}
