import type { TextValues } from './Translator.ts'

/** Puts values in the place of their names in braces; braces that name no value stay. */
export function fillText(text: string, values: TextValues): string {
  return text.replace(/\{(\w+)\}/g, (braces, name: string) => String(values[name] ?? braces))
}
