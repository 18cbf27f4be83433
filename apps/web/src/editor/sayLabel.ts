import { plural, t } from '@petal/ui/language'

/** Labels that hold a name or a number. The more exact ones first. */
const sayings: readonly (readonly [label: RegExp, say: (...values: readonly string[]) => string])[] = [
  [/^Rename (.+) to (.+)$/, (was = '', is = '') => t('Rename {was} to {is}', { was, is })],
  [/^Add tool: (.+)$/, (title = '') => t('Add tool: {title}', { title })],
  [/^Add (\d+) tools$/, (count = '') => plural(Number(count), 'Add {count} tool', 'Add {count} tools')],
  [/^Add field (.+)$/, (name = '') => t('Add field {name}', { name })],
  [/^Add (.+)$/, (title = '') => t('Add {title}', { title })],
  [/^Delete field (.+)$/, (name = '') => t('Delete field {name}', { name })],
  [/^Delete tool (.+)$/, (name = '') => t('Delete tool {name}', { name })],
  [/^Duplicate tool (.+)$/, (name = '') => t('Duplicate tool {name}', { name })],
  [/^Replace (\d+) texts$/, (count = '') => plural(Number(count), 'Replace {count} text', 'Replace {count} texts')],
  [/^Use (.+)$/, (title = '') => t('Use {title}', { title })],
]

/**
 * The label of an undo entry in the language of the page. It is kept in English, with its names and numbers filled in,
 * so that an entry of another visit can be said in whatever language the page has by then.
 */
export function sayLabel(label: string): string {
  const said = t(label)
  if (said !== label) return said
  for (const [pattern, say] of sayings) {
    const match = pattern.exec(label)
    if (match) return say(...match.slice(1))
  }
  return label
}
