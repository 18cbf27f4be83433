/** How a text is cut into pieces. */
export interface Splitting {
  /** The longest piece, in characters. */
  readonly size: number
  /** The most characters at the end of a piece that the next one begins with. */
  readonly overlap: number
  /** Where cuts are made, as long as the parts between them fit. */
  readonly by: 'paragraphs' | 'sentences'
}

/** A piece of a text, `end` exclusive. */
export interface TextPiece {
  readonly start: number
  readonly end: number
}

const paragraphEnd = /\n[^\S\n]*\n\s*/g
const sentenceEnd = /(?<=[.!?…]["'”’»)\]]*)\s+|(?<=[。！？])\s*|\n+\s*/g
const wordEnd = /\s+/g

/**
 * Cuts a text into pieces of at most `size` characters: between paragraphs or sentences, a part that is too long between
 * its sentences or words, and a word that is too long anywhere. Pieces come in order, begin and end with something to
 * read, and together hold everything but white space.
 */
export function splitText(text: string, { size, overlap, by }: Splitting): readonly TextPiece[] {
  const cuts = by === 'paragraphs' ? [paragraphEnd, sentenceEnd, wordEnd] : [sentenceEnd, wordEnd]
  const parts = cutPart(text, { start: 0, end: text.length }, size, cuts)
  const pieces: TextPiece[] = []
  let first = 0
  while (first < parts.length) {
    let last = first
    const start = parts[first]?.start ?? 0
    while ((parts[last + 1]?.end ?? Number.POSITIVE_INFINITY) - start <= size) last += 1
    const end = parts[last]?.end ?? start
    pieces.push({ start, end })
    if (last + 1 >= parts.length) break
    first = findNext(parts, { first, last, end, overlap, size })
  }
  return pieces
}

interface Window {
  readonly first: number
  readonly last: number
  readonly end: number
  readonly overlap: number
  readonly size: number
}

/** Where the next piece begins: as far back as the overlap allows while it still reaches further than this one. */
function findNext(parts: readonly TextPiece[], { first, last, end, overlap, size }: Window): number {
  const reach = parts[last + 1]?.end ?? end
  let next = last + 1
  while (next - 1 > first) {
    const start = parts[next - 1]?.start ?? 0
    if (end - start > overlap || reach - start > size) break
    next -= 1
  }
  return next
}

/** The parts of a part that fit, without the white space between them. Without cuts the part is one that does not fit. */
function cutPart(text: string, whole: TextPiece, size: number, cuts: readonly RegExp[]): readonly TextPiece[] {
  const part = trim(text, whole)
  if (part.end === part.start) return []
  const [cut, ...finer] = cuts
  // The coarsest cuts are made in any case: they are what pieces are put together from.
  if (cut === undefined) return cutAnywhere(text, part, size)
  return cutAt(text, part, cut).flatMap((rough) => {
    const inner = trim(text, rough)
    return inner.end - inner.start <= size ? [inner] : cutPart(text, inner, size, finer)
  })
}

function cutAt(text: string, { start, end }: TextPiece, cut: RegExp): readonly TextPiece[] {
  const body = text.slice(start, end)
  const parts: TextPiece[] = []
  let from = 0
  for (const match of body.matchAll(cut)) {
    if (match.index > from) parts.push({ start: start + from, end: start + match.index })
    from = match.index + match[0].length
  }
  if (from < body.length) parts.push({ start: start + from, end })
  return parts
}

/** Never in the middle of a character that takes two code units. */
function cutAnywhere(text: string, { start, end }: TextPiece, size: number): readonly TextPiece[] {
  const parts: TextPiece[] = []
  for (let from = start; from < end; ) {
    const full = Math.min(from + size, end)
    const splitsPair = full < end && full - from > 1 && /[\ud800-\udbff]/.test(text.charAt(full - 1))
    const to = splitsPair ? full - 1 : full
    parts.push({ start: from, end: to })
    from = to
  }
  return parts
}

function trim(text: string, { start, end }: TextPiece): TextPiece {
  const body = text.slice(start, end)
  const left = body.length - body.trimStart().length
  return { start: Math.min(start + left, end), end: Math.max(start + left, start + body.trimEnd().length) }
}
