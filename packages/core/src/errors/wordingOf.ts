import type { Wording } from '../language/Wording.ts'
import { AgentError } from './AgentError.ts'

/** What whatever was thrown says of itself. */
export function wordingOf(thrown: unknown): Wording {
  // That of another copy of the core, brought by a plugin, may be older than wordings.
  if (AgentError.isInstance(thrown) && hasWording(thrown)) return thrown.wording
  const text = thrown instanceof Error ? thrown.message : String(thrown)
  return { english: text, said: text }
}

function hasWording(fault: { readonly wording?: Wording }): boolean {
  return fault.wording !== undefined
}
