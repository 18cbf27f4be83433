import type { Json } from '../json/Json.ts'
import { looksLikeSecret } from '../models/looksLikeSecret.ts'
import type { AgentConfig } from './AgentConfig.ts'

/**
 * The agent with `[hidden]` wherever a text looks like a key: for what is made of it to be read, where nobody needs the
 * key itself. Without such a text it is the same object.
 */
export function withoutSecrets(config: AgentConfig): AgentConfig {
  // Only texts change, so that what was an agent still is one.
  return hide(config) as AgentConfig
}

type Value = Json | object | undefined

function hide(value: Value): Value {
  if (typeof value === 'string') return hideIn(value)
  if (Array.isArray(value)) return same(value, value.map(hide))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, item]): [string, Value] => [key, hide(item)])
  return entries.every(([key, item]) => item === Reflect.get(value, key)) ? value : Object.fromEntries(entries)
}

function same(before: readonly Value[], after: readonly Value[]): Value {
  return after.every((item, index) => item === before[index]) ? before : after
}

function hideIn(text: string): string {
  return looksLikeSecret(text).reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)}[hidden]${rest.slice(end)}`,
    text,
  )
}
