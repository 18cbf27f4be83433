/** Names in a sentence: `"a", "b" and "c"`, and how many more there are when there are many. */
export function quoteNames(names: readonly string[], most = 3): string {
  const quoted = names.map((name) => `"${name}"`)
  const shown = quoted.length > most ? [...quoted.slice(0, most), `${quoted.length - most} more`] : quoted
  if (shown.length < 2) return shown.join('')
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

/** A list for "what there is": `a, b, c`, cut when it is long. */
export function listNames(names: readonly string[], most = 12): string {
  if (names.length === 0) return 'none'
  const rest = names.length - most
  return rest > 0 ? `${names.slice(0, most).join(', ')} and ${rest} more` : names.join(', ')
}
