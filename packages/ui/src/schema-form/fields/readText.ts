import type { Json } from '@petal/core/model'

/** The value as text for a text control: what is not text is shown as JSON, so that nothing is hidden. */
export function readText(value: Json | undefined): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** What an emptied text control stands for: nothing, unless empty text differs from the default or is required. */
export function emptyAsUnset(
  text: string,
  field: { readonly required: boolean; readonly default?: Json },
): string | undefined {
  return text === '' && !field.required && field.default === undefined ? undefined : text
}
