import type { NamingLabel } from './EditLabel.ts'

/** A label about a number of things, with its forms as `plural` takes them. */
export function countLabel(count: number, one: string, other: string): NamingLabel {
  return { text: other, one, values: { count } }
}
