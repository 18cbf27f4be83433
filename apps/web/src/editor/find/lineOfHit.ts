import type { TextSpan } from './findInText.ts'

/** The line that a hit stands in, cut where it is long. */
export interface HitLine {
  readonly before: string
  readonly found: string
  readonly after: string
}

const shownBefore = 40
const shownAfter = 80

/** The words around a hit, up to the ends of its line. */
export function lineOfHit(text: string, { start, end }: TextSpan): HitLine {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trimStart()
  const lineEnd = text.indexOf('\n', end)
  const after = text.slice(end, lineEnd === -1 ? undefined : lineEnd).trimEnd()
  return {
    before: before.length > shownBefore ? `…${before.slice(-shownBefore)}` : before,
    found: text.slice(start, end),
    after: after.length > shownAfter ? `${after.slice(0, shownAfter)}…` : after,
  }
}
