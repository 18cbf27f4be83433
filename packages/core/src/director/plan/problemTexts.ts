import { t } from '../../language/t.ts'

/** Names in a sentence: `"a", "b" and "c"`, and how many more there are when there are many. */
export function quoteNames(names: readonly string[], most = 3): string {
  const quoted = names.map((name) => `"${name}"`)
  const shown =
    quoted.length > most ? [...quoted.slice(0, most), t('{count} more', { count: quoted.length - most })] : quoted
  if (shown.length < 2) return shown.join('')
  return t('{list} and {last}', { list: shown.slice(0, -1).join(', '), last: shown.at(-1) })
}

/** A list for "what there is": `a, b, c`, cut when it is long. */
export function listNames(names: readonly string[], most = 12): string {
  if (names.length === 0) return t('none')
  const rest = names.length - most
  return rest > 0
    ? t('{list} and {count} more', { list: names.slice(0, most).join(', '), count: rest })
    : names.join(', ')
}
