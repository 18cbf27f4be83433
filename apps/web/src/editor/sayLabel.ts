import { plural, t } from '@petal/ui/language'
import type { EditLabel } from './EditLabel.ts'

/** The label of an undo entry in the language of the page. */
export function sayLabel(label: EditLabel): string {
  if (typeof label === 'string') return t(label)
  const { text, one, values } = label
  return one === undefined ? t(text, values) : plural(Number(values.count), one, text, values)
}
