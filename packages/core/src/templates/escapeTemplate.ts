/** Text that a template prints exactly as given: every brace doubled. */
export function escapeTemplate(text: string): string {
  return text.replace(/[{}]/g, '$&$&')
}
