import type { Wording } from './Wording.ts'

/** Texts one after the other, as they are. */
export function joinWordings(parts: readonly (string | Wording)[]): Wording {
  const join = (side: keyof Wording) => parts.map((part) => (typeof part === 'string' ? part : part[side])).join('')
  return { english: join('english'), said: join('said') }
}
