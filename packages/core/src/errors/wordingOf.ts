import type { Wording } from '../language/Wording.ts'
import { AgentError } from './AgentError.ts'

/** What whatever was thrown says of itself. */
export function wordingOf(thrown: unknown): Wording {
  if (AgentError.isInstance(thrown)) return thrown.wording
  const text = thrown instanceof Error ? thrown.message : String(thrown)
  return { english: text, said: text }
}
