import type { Json } from '../../json/Json.ts'

/**
 * Freezes a value of the state in place and all the way down, so that no step can change what others see. What is
 * frozen already was frozen here, and is not walked again.
 */
export function deepFreeze<Value extends Json>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const item of Object.values(value)) deepFreeze(item ?? null)
  return Object.freeze(value)
}
