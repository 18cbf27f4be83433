import { llmConfigSchema } from '../config/llmConfigSchema.ts'
import { t } from '../language/t.ts'
import { describeFields } from './describeFields.ts'
import type { FieldSpec } from './FieldSpec.ts'

type Path = readonly (string | number)[]

/**
 * The titles of the fields a path leads through, as the form shows them in the language that is spoken: `branches`, 0,
 * `when` gives `Branches 1` and `When`. What no field describes is named as the file names it.
 */
export function titlesOnPath(fields: readonly FieldSpec[], [head, ...rest]: Path): readonly string[] {
  if (head === undefined) return []
  const field = fields.find(({ name }) => name === head)
  return field ? titlesFrom(field, rest) : [String(head)]
}

function titlesFrom(field: FieldSpec, path: Path): readonly string[] {
  const [next, ...rest] = path
  const title = t(field.title)
  if (next === undefined) return [title]
  switch (field.kind) {
    case 'list':
      return typeof next === 'number' ? [numbered(title, next), ...titlesOnPath(field.fields, rest)] : [title]
    case 'textList':
      return typeof next === 'number' ? [numbered(title, next)] : [title]
    case 'record':
      return [title, String(next), ...titlesFrom(field.value, rest).slice(1)]
    case 'group':
      return [title, ...titlesOnPath(field.fields, path)]
    case 'model':
      return [title, ...titlesOnPath(describeFields(llmConfigSchema), path)]
    default:
      // Inside of a value that has one control there is nothing with a title of its own.
      return [title]
  }
}

function numbered(title: string, index: number): string {
  return `${title} ${index + 1}`
}
