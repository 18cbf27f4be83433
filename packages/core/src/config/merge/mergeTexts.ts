import { diff3MergeRegions } from 'node-diff3'
import type { MergeSides } from './MergeConflict.ts'
import { mapSides } from './mapSides.ts'

/** Comparing costs the square of what repeats: beyond this a passage is one thing. */
const mostWords = 4000

/** A text with the changes of both sides, by lines and within a line by words; undefined when they overlap. */
export function mergeTexts(sides: MergeSides<string>): string | undefined {
  return mergePieces(mapSides(sides, toLines), (passage) => mergePieces(mapSides(passage, toWords), () => undefined))
}

/** @param settle what becomes of a passage that both sides changed; undefined: nothing can */
function mergePieces(
  { base, mine, theirs }: MergeSides<string[]>,
  settle: (passage: MergeSides<string>) => string | undefined,
): string | undefined {
  if (Math.max(base.length, mine.length, theirs.length) > mostWords) return undefined
  const pieces = diff3MergeRegions(mine, base, theirs).map((region) => {
    if (region.stable) return region.bufferContent.join('')
    const passage = { base: region.oContent, mine: region.aContent, theirs: region.bContent }
    const { base: before, ...texts } = mapSides(passage, (piece) => piece.join(''))
    return texts.mine === texts.theirs ? texts.mine : settle({ base: before, ...texts })
  })
  return pieces.some((piece) => piece === undefined) ? undefined : pieces.join('')
}

/** Every line with its end. */
function toLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? []
}

/** Every word with the blanks behind it, so that a word that comes or goes takes them along. */
function toWords(text: string): string[] {
  return text.match(/\s*\S+\s*|\s+/g) ?? []
}
