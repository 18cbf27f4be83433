import { redact } from '@petal/core/model'

/** The same plain value with these secrets taken out of every text in it, keys included. */
export function redactValue<Value>(value: Value, secrets: readonly string[]): Value {
  // Only texts change, and texts stay texts: the shape is what it was.
  return secrets.length === 0 ? value : (redactUnknown(value, secrets) as Value)
}

function redactUnknown(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string') return redact(value, secrets)
  if (Array.isArray(value)) return value.map((item) => redactUnknown(item, secrets))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [redact(key, secrets), redactUnknown(item, secrets)]),
  )
}
