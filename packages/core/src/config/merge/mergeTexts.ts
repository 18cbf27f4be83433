import { diff3MergeRegions } from 'node-diff3'
import type { MergeSides } from './MergeConflict.ts'
import { mapSides } from './mapSides.ts'

/** Beyond this many lines, or words of a passage, it is one thing. */
const mostPieces = 4000

/** Comparing costs more than the square of what repeats: of pairs of equal pieces there may be this many. */
const mostPairs = 200_000

/** A text with the changes of both sides, by lines and within a line by words; undefined when they overlap. */
export function mergeTexts(sides: MergeSides<string>): string | undefined {
  return mergePieces(mapSides(sides, toLines), (passage) => mergePieces(mapSides(passage, toWords), () => undefined))
}

/** @param settle what becomes of a passage that both sides changed; undefined: nothing can */
function mergePieces(
  sides: MergeSides<readonly string[]>,
  settle: (passage: MergeSides<string>) => string | undefined,
): string | undefined {
  const [start, end] = countCommon(sides)
  const { base, mine, theirs } = mapSides(sides, (pieces) => pieces.slice(start, pieces.length - end))
  if (Math.max(base.length, mine.length, theirs.length) > mostPieces) return undefined
  if (Math.max(countPairs(base, mine), countPairs(base, theirs)) > mostPairs) return undefined
  const pieces = diff3MergeRegions(mine, base, theirs).map((region) => {
    if (region.stable) return region.bufferContent.join('')
    const passage = { base: region.oContent, mine: region.aContent, theirs: region.bContent }
    const { base: before, ...texts } = mapSides(passage, (piece) => piece.join(''))
    return texts.mine === texts.theirs ? texts.mine : settle({ base: before, ...texts })
  })
  if (pieces.some((piece) => piece === undefined)) return undefined
  return [...sides.mine.slice(0, start), ...pieces, ...sides.mine.slice(sides.mine.length - end)].join('')
}

/** How many pieces the three have in common at the beginning, and how many of the others at the end. */
function countCommon({ base, mine, theirs }: MergeSides<readonly string[]>): readonly [start: number, end: number] {
  const shortest = Math.min(base.length, mine.length, theirs.length)
  let start = 0
  while (start < shortest && base[start] === mine[start] && base[start] === theirs[start]) start += 1
  let end = 0
  const last = (pieces: readonly string[]) => pieces[pieces.length - 1 - end]
  while (start + end < shortest && last(base) === last(mine) && last(base) === last(theirs)) end += 1
  return [start, end]
}

function countPairs(base: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const piece of base) counts.set(piece, (counts.get(piece) ?? 0) + 1)
  return other.reduce((sum, piece) => sum + (counts.get(piece) ?? 0), 0)
}

/** Every line with its end. */
function toLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? []
}

/** Every word with the blanks behind it, so that a word that comes or goes takes them along. */
function toWords(text: string): string[] {
  return text.match(/\s*\S+\s*|\s+/g) ?? []
}
