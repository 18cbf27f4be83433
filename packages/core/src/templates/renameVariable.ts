import type { VariableReference } from './Template.ts'

/** The text with every reference to the field `from` naming `to` instead; the rest of each path stays. */
export function renameVariable(
  text: string,
  references: readonly VariableReference[],
  from: string,
  to: string,
): string {
  let out = ''
  let at = 0
  for (const { name, start } of references) {
    if (name !== from) continue
    out += text.slice(at, start) + to
    at = start + name.length
  }
  return out + text.slice(at)
}
