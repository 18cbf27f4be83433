import type { Wording } from '../language/Wording.ts'
import { redact } from './redact.ts'

/** A wording without secrets, in both its languages. */
export function redactWording({ english, said }: Wording, secrets: readonly string[]): Wording {
  return { english: redact(english, secrets), said: redact(said, secrets) }
}
