/** True for a pasted text that is worth a preview: JSON that names steps. It is not parsed here. */
export function looksLikeAgent(text: string): boolean {
  const start = text.trimStart().slice(0, 1)
  return start === '{' && /"steps"\s*:\s*\[/.test(text)
}
