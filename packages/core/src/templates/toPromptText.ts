import type { Json } from '../json/Json.ts'

/**
 * A value as it stands in a prompt: text as it is, everything else as JSON on one line. `undefined` when there is
 * nothing to print (no value, `null`, a number that is not finite), so that a prompt never says "undefined" or "null".
 */
export function toPromptText(value: Json | undefined): string | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string') return value
  if (typeof value === 'number' && !Number.isFinite(value)) return undefined
  return JSON.stringify(value)
}
