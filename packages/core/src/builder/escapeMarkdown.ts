/** A text as one line of Markdown that says just these words, whatever signs they have. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<>#|~&!]/g, String.raw`\$&`)
    .replace(/^([-+=]|\d+[.)])/, (sign) => (sign.length === 1 ? `\\${sign}` : sign.replace(/[.)]$/, String.raw`\$&`)))
}
