import type { VariableReference } from './Template.ts'

const name = String.raw`[\p{ID_Start}_][\p{ID_Continue}]*`
const segment = String.raw`\.[\p{ID_Continue}\-]+|\[(?:"[^"{}]*"|'[^'{}]*'|[^\]\[{}"']+)\]`
const referencePattern = new RegExp(String.raw`\{[ \t]*(${name}(?:${segment})*)[ \t]*\}`, 'uy')
const segmentPattern = new RegExp(segment, 'gu')

/** A reference as written, with the offset after its closing brace. */
export interface WrittenReference {
  readonly reference: VariableReference
  readonly end: number
}

/** The reference whose opening brace stands at `at`, or nothing when what stands there is not one. */
export function readReference(text: string, at: number): WrittenReference | undefined {
  referencePattern.lastIndex = at
  const match = referencePattern.exec(text)
  const written = match?.[1]
  if (match === null || written === undefined) return undefined
  const start = at + match[0].indexOf(written)
  const path = splitPath(written)
  return {
    reference: { name: path[0] ?? written, path, start, end: start + written.length },
    end: at + match[0].length,
  }
}

function splitPath(written: string): readonly string[] {
  const rest = written.search(/[.[]/)
  if (rest < 0) return [written]
  return [written.slice(0, rest), ...(written.slice(rest).match(segmentPattern) ?? []).map(toKey)]
}

/** `.name`, `[0]`, `["two words"]` → the bare key. */
function toKey(segmentText: string): string {
  if (segmentText.startsWith('.')) return segmentText.slice(1)
  const inner = segmentText.slice(1, -1).trim()
  return /^["']/.test(inner) ? inner.slice(1, -1) : inner
}
