import type { Json } from '../json/Json.ts'

/** True for a value that has nothing in it: no value, `null`, `""`, `[]`, `{}`. Numbers and booleans are never empty. */
export function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}

/** Whether a value counts as yes: everything does but `false`, `0` and what is empty (as in petal's Python). */
export function isTruthy(value: Json | undefined): boolean {
  return value !== false && value !== 0 && !isEmpty(value)
}
