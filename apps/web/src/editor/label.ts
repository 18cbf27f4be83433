import type { NamingLabel } from './EditLabel.ts'

/** A label that names something: `label(msg('Delete field {name}'), { name })`. */
export function label(text: string, values: NamingLabel['values']): NamingLabel {
  return { text, values }
}
